/** The text of elements as far as it is short: asking a box that holds the whole page would copy the whole page. */
import { nextText, textWalker } from './safe';

/** White space as one space, none at the ends; full-width spaces stay. */
export function squeeze(text: string): string {
  return text.replace(/[ \t\r\n\f\u00a0]+/g, ' ').trim();
}

/**
 * A reader that gives the squeezed text of an element, or null when it is longer than `limit`; asks each element once.
 * Holds as long as the page stays as it is.
 */
export function shortTexts(limit: number): (element: Element) => string | null {
  const known = new Map<Element, string | null>();
  return (element) => {
    let text = known.get(element);
    if (text === undefined) {
      text = readShort(element, limit);
      known.set(element, text);
    }
    return text;
  };
}

/** Whether an element holds more characters than that, white space and all; looks no further than it must. */
export function isLonger(element: Element, limit: number): boolean {
  const walker = textWalker(element);
  let length = 0;
  for (let node = nextText(walker); node && length <= limit; node = nextText(walker)) length += node.length;
  return length > limit;
}

/** No element is indented by so much more white space than it has words. */
const MOSTLY_SPACE = 50;

function readShort(element: Element, limit: number): string | null {
  const walker = textWalker(element);
  let text = '';
  for (let node = nextText(walker); node; node = nextText(walker)) {
    if (node.length > limit * MOSTLY_SPACE) return null;
    text += node.data;
    if (text.length <= limit * 2) continue;
    text = squeeze(text);
    if (text.length > limit * 2) return null;
  }
  text = squeeze(text);
  return text.length > limit ? null : text;
}
