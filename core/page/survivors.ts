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

const NUMBER = 'data-y';

/** Anything but white space that a browser folds. */
const WORDS = /[^\t\n\f\r ]/;

export function hasWords(text: string): boolean {
  return WORDS.test(text);
}

/** A clone whose elements bear the number of their live twin. */
export interface NumberedClone {
  /** Live elements by number, in document order of their words; one whose words are parted bears its last number. */
  readonly live: readonly Element[];
  readonly twins: readonly Element[];
  /** Texts that may leave their element, with its number. */
  readonly loose: ReadonlyMap<Text, number>;
}

/** Readability makes paragraphs of bare text in boxes, not of text in these. */
const TIGHT = new Set('a abbr b em font h1 h2 h3 h4 i label li p s small span strong sub sup u'.split(' '));

export function numberClone(document: Document, clone: Document): NumberedClone {
  const live: Element[] = [];
  const twins: Element[] = [];
  const loose = new Map<Text, number>();
  const walker = textWalker(document.documentElement);
  const twinWalker = textWalker(clone.documentElement);
  let last: Element | null = null;
  while (walker.nextNode() && twinWalker.nextNode()) {
    const text = walker.currentNode;
    if (!isText(text) || !hasWords(text.data)) continue;
    const element = parentElement(text);
    if (!element) continue;
    if (element !== last) {
      const twin = parentElement(twinWalker.currentNode);
      if (!twin) continue;
      setAttribute(twin, NUMBER, String(live.length));
      live.push(element);
      twins.push(twin);
      last = element;
    }
    if (!TIGHT.has(tagName(element)) && isText(twinWalker.currentNode))
      loose.set(twinWalker.currentNode, live.length - 1);
  }
  return { live, twins, loose };
}

/** Live elements whose words are left in the article that Readability made, in document order. */
export function collectSurvivors(article: Element, clone: NumberedClone): Element[] {
  const numbers = new Set<number>();
  let isReparsed = true;
  for (const element of article.querySelectorAll(`[${NUMBER}]`)) {
    const number = Number(attribute(element, NUMBER));
    numbers.add(number);
    if (clone.twins[number] === element) isReparsed = false;
  }
  for (const number of isReparsed ? byWords(article, clone.live) : byNode(article, clone, numbers)) numbers.add(number);
  return clone.live.filter((_, number) => numbers.has(number));
}

/** Boxes that are gone while their bare text stands in a paragraph that Readability made of it. */
function byNode(article: Element, { loose }: NumberedClone, known: ReadonlySet<number>): number[] {
  return [...loose]
    .filter(([text, number]) => !known.has(number) && article.contains(text))
    .map(([, number]) => number);
}

/** The same where Readability began anew from its own copy of the page: the first box that holds those words. */
function byWords(article: Element, live: readonly Element[]): number[] {
  const found: number[] = [];
  let known: Map<string, number[]> | null = null;
  for (const paragraph of article.querySelectorAll(`p:not([${NUMBER}])`))
    for (const words of wordsIn(paragraph)) {
      known ??= numbersByWords(live);
      const number = known.get(words)?.shift();
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
