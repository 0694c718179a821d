/**
 * Readability works on a clone and takes it apart. Each element of the clone gets an attribute of its own name, not
 * value: where Readability merges two elements, it copies attributes over, and both names survive.
 */
import { firstChild, isElement, nextSibling, parentElement, parentNode } from '../dom/safe';

const PREFIX = 'data-y';

/** Numbers a clone; `elements[i]` is the live twin of the clone's element `i`. */
export function numberClone(live: Document, clone: Document): Element[] {
  const elements: Element[] = [];
  const liveWalk = walk(live.documentElement);
  for (const element of walk(clone.documentElement)) {
    const twin = liveWalk.next();
    if (twin.done) break;
    element.setAttribute(PREFIX + elements.length, '');
    elements.push(twin.value);
  }
  return elements;
}

/** Elements in document order, without recursion and past clobbered properties. */
function* walk(root: Element): Generator<Element> {
  let node: Node | null = root;
  while (node) {
    if (isElement(node)) yield node;
    let next: Node | null = firstChild(node);
    while (!next && node && node !== root) {
      next = nextSibling(node);
      if (!next) node = parentNode(node);
    }
    node = next;
  }
}

/** Live elements of which something is left in the article that Readability made. */
export function collectSurvivors(article: Element, elements: readonly Element[]): Set<Element> {
  const survivors = new Set<Element>();
  for (const element of article.querySelectorAll('*'))
    for (const { name } of element.attributes) {
      if (!name.startsWith(PREFIX)) continue;
      const live = elements[Number(name.slice(PREFIX.length))];
      if (live) survivors.add(live);
    }
  return survivors;
}

/** The survivors and everything above them, up to the root of the page. */
export function withAncestors(survivors: ReadonlySet<Element>): Set<Element> {
  const all = new Set<Element>();
  for (const survivor of survivors)
    for (let element: Element | null = survivor; element && !all.has(element); element = parentElement(element))
      all.add(element);
  return all;
}

/** The lowest element that holds all survivors; null when there are none. */
export function commonRoot(survivors: ReadonlySet<Element>): Element | null {
  let chain: Element[] | null = null;
  for (const survivor of survivors) {
    const own: Element[] = [];
    for (let element: Element | null = survivor; element; element = parentElement(element)) own.unshift(element);
    if (!chain) chain = own;
    else {
      let shared = 0;
      while (shared < chain.length && chain[shared] === own[shared]) shared++;
      chain = chain.slice(0, shared);
    }
  }
  return chain?.[chain.length - 1] ?? null;
}
