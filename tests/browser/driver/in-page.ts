/**
 * Functions that the driver runs inside a page. Each is sent as source text: it may use nothing outside its own body.
 * They run in a world of their own (Chromium: isolated world, Firefox: system sandbox), where the page's patched
 * prototypes do not reach. A form named `querySelector` still hides that method of the document, in every world of
 * Chromium, so the document's methods are called from their prototype.
 */
import type { Box, Point } from './types';

/** What a test may want to know of one element, taken in one go. */
export interface Seen {
  text: string;
  box: Box;
  attributes: Record<string, string>;
  /** It has a size and nothing hides it. */
  present: boolean;
  /** It is present, and has stopped moving and fading. */
  shown: boolean;
}

/** Looks at an element under `root`, or says that it is not there. */
export function lookAt(root: ParentNode, selector: string): Seen | null {
  const element = root.querySelector<HTMLElement>(selector);
  if (!element) return null;
  const { x, y, width, height } = element.getBoundingClientRect();
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) attributes[name] = value;
  const present =
    width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const moving = element
    .getAnimations({ subtree: true })
    .some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity);
  return {
    text: element.innerText,
    box: { x, y, width, height },
    attributes,
    present,
    shown: present && !moving,
  };
}

/** Brings an element of the open document into view and says where its centre is. */
export function centreOf(selector: string): Point | null {
  const element = Document.prototype.querySelector.call(document, selector);
  if (!element) return null;
  const away = (r: DOMRect) => r.top < 0 || r.left < 0 || r.bottom > innerHeight || r.right > innerWidth;
  if (away(element.getBoundingClientRect())) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  return { x: x + width / 2, y: y + height / 2 };
}

export function innerTextOf(selector: string): { text: string } | null {
  const element = Document.prototype.querySelector.call(document, selector) as HTMLElement | null;
  return element && { text: element.innerText };
}

/**
 * Finds where text stands in the page: the first line box of the nth `from`, and the last line box of the first `to`
 * that does not begin before it. Only what is laid out counts (not a closed menu); line breaks in the source are text.
 */
export function locateText(from: string, to: string, nth: number): { first: Box; last: Box } | null {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  const { createTreeWalker, createRange, querySelector } = Document.prototype;
  const body = querySelector.call(document, 'body') ?? document;
  const walker = createTreeWalker.call(document, body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent && Element.prototype.closest.call(parent, 'script, style, noscript, template')) continue;
    nodes.push({ node: node as Text, start: text.length });
    text += node.nodeValue;
  }
  const rects = (start: number, length: number) => {
    const at = (offset: number) => {
      let low = 0;
      let high = nodes.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((nodes[middle]?.start ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return nodes[low];
    };
    const [head, tail] = [at(start), at(start + length - 1)];
    if (!head || !tail) return [];
    const range = createRange.call(document);
    range.setStart(head.node, start - head.start);
    range.setEnd(tail.node, start + length - tail.start);
    const visible = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
    return visible.map(({ x, y, width, height }) => ({ x, y, width, height }));
  };
  let begin = text.indexOf(from);
  for (let seen = 0; begin >= 0; begin = text.indexOf(from, begin + 1)) {
    const hidden = rects(begin, from.length).length === 0;
    if (!hidden && seen++ === nth) break;
  }
  if (begin < 0) return null;
  const end = text.indexOf(to, begin);
  if (end < 0) return null;
  const [here] = rects(begin, from.length);
  if (!here) return null;
  // Margins keep the text clear of a card or bar that opens beside it.
  if (here.y < 80 || here.y + here.height > innerHeight - 120 || here.x < 0 || here.x > innerWidth)
    scrollTo({ top: scrollY + here.y - innerHeight / 3, behavior: 'instant' });
  const first = rects(begin, from.length)[0];
  const last = rects(end, to.length).at(-1);
  return first && last ? { first, last } : null;
}
