/**
 * Readability works on a clone and takes it apart. What holds words of its own in the clone gets a number, by which its
 * live twin is known; elements without words are not worth the time that an attribute takes.
 */
import {
  attribute,
  firstChild,
  isText,
  nextSibling,
  parentElement,
  setAttribute,
  tagName,
  textWalker,
} from '../dom/safe';

/** The number as a value: cheap to write and to find. */
const NUMBER = 'data-y';
/**
 * The number as a name, and the mark by which it is found. Where Readability merges a box into the one box in it, it
 * copies attributes over, and of two values only one would survive.
 */
const NAMED = 'data-yd';
const NAME = /^data-y(\d+)$/;
const MERGED = new Set(['div', 'section']);

/** Anything but white space that a browser folds. */
const WORDS = /[^\t\n\f\r ]/;

export function hasWords(text: string): boolean {
  return WORDS.test(text);
}

/** Numbers a clone; `elements[i]` is the live twin of what bears number `i`. In document order of their words. */
export function numberClone(live: Document, clone: Document): Element[] {
  const elements: Element[] = [];
  const texts = textWalker(live.documentElement);
  const twins = textWalker(clone.documentElement);
  let last: Node | null = null;
  while (texts.nextNode() && twins.nextNode()) {
    const text = texts.currentNode;
    if (!isText(text) || !hasWords(text.data)) continue;
    const element = parentElement(text);
    if (!element || element === last) continue;
    const twin = parentElement(twins.currentNode);
    if (twin) mark(twin, elements.length);
    elements.push(element);
    last = element;
  }
  return elements;
}

function mark(element: Element, number: number): void {
  if (MERGED.has(tagName(element))) {
    setAttribute(element, NAMED, '');
    setAttribute(element, NUMBER + number, '');
  } else setAttribute(element, NUMBER, String(number));
}

/** Live elements whose words are left in the article that Readability made, in document order. */
export function collectSurvivors(article: Element, elements: readonly Element[]): Element[] {
  const numbers = new Set<number>();
  for (const element of article.querySelectorAll(`[${NUMBER}], [${NAMED}]`)) {
    const number = attribute(element, NUMBER);
    if (number) numbers.add(Number(number));
    if (attribute(element, NAMED) === null) continue;
    for (const { name } of element.attributes) {
      const named = NAME.exec(name)?.[1];
      if (named !== undefined) numbers.add(Number(named));
    }
  }
  for (const number of wrapped(article, elements)) numbers.add(number);
  return elements.filter((_, number) => numbers.has(number));
}

/**
 * Readability puts the bare text of a box into a paragraph of its own making, and drops the box. Such a paragraph bears
 * no number; it is known by its words, the first box in the order of the page that holds them.
 */
function wrapped(article: Element, elements: readonly Element[]): number[] {
  const found: number[] = [];
  let known: Map<string, number[]> | null = null;
  for (const paragraph of article.querySelectorAll(`p:not([${NUMBER}]):not([${NAMED}])`))
    for (const text of wordsIn(paragraph)) {
      known ??= numbersByWords(elements);
      const number = known.get(text)?.shift();
      if (number !== undefined) found.push(number);
    }
  return found;
}

function numbersByWords(elements: readonly Element[]): Map<string, number[]> {
  const known = new Map<string, number[]>();
  elements.forEach((element, number) => {
    for (const words of wordsIn(element)) {
      const numbers = known.get(words);
      if (numbers) numbers.push(number);
      else known.set(words, [number]);
    }
  });
  return known;
}

/** An element's own words, as they stand between its tags. */
function wordsIn(element: Element): string[] {
  const words: string[] = [];
  for (let child = firstChild(element); child; child = nextSibling(child))
    if (isText(child) && hasWords(child.data)) words.push(child.data.trim());
  return words;
}

/** The given elements and everything above them, up to the root of the page. */
export function withAncestors(elements: Iterable<Element>): Set<Element> {
  const all = new Set<Element>();
  for (const start of elements)
    for (let element: Element | null = start; element && !all.has(element); element = parentElement(element))
      all.add(element);
  return all;
}

/**
 * The lowest element that holds all of the given; null when there are none.
 * @param elements in document order: what holds the first and the last holds those between
 */
export function commonRoot(elements: readonly Element[]): Element | null {
  const [first] = elements;
  const last = elements.at(-1);
  if (!first || !last) return null;
  const above = withAncestors([first]);
  let root: Element | null = last;
  while (root && !above.has(root)) root = parentElement(root);
  return root;
}
