/**
 * Readability works on a clone and takes it apart. What holds words of its own in the clone gets a number, by which its
 * live twin is known; elements without words are not worth the time that an attribute takes.
 */
import { attribute, firstChild, isText, nextSibling, nextText, parentElement, setAttribute } from '../dom/safe';
import type { Steps } from '../steps';
import { type PageText, walkBody } from './page-texts';

const NUMBER = 'data-y';

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

/** Texts between two steps: some milliseconds on a slow machine. */
const STEP = 1000;

/**
 * @param texts of the page, listed before
 * @returns null when the page has changed since they were listed
 */
export function* numberClone(texts: readonly PageText[], clone: Document): Steps<NumberedClone | null> {
  const live: Element[] = [];
  const twins: Element[] = [];
  const loose = new Map<Text, number>();
  const walker = walkBody(clone);
  let node = nextText(walker);
  let at = 0;
  let count = 0;
  for (const { data, parent, tag, ordinal } of texts) {
    if (++count % STEP === 0) yield 'clone';
    for (; node && at < ordinal; at++) node = nextText(walker);
    if (node?.data !== data) return null;
    if (parent !== live[live.length - 1]) {
      const twin = parentElement(node);
      if (!twin) return null;
      setAttribute(twin, NUMBER, String(live.length));
      live.push(parent);
      twins.push(twin);
    }
    if (!TIGHT.has(tag)) loose.set(node, live.length - 1);
  }
  return { live, twins, loose };
}

export interface Kept {
  /** Live elements whose words are left in the article that Readability made, in document order. */
  readonly survivors: readonly Element[];
  /** Those whose words are not. */
  readonly lost: ReadonlySet<Element>;
}

export function collectSurvivors(article: Element, clone: NumberedClone): Kept {
  const numbers = new Set<number>();
  let isReparsed = true;
  for (const element of article.querySelectorAll(`[${NUMBER}]`)) {
    const number = Number(attribute(element, NUMBER));
    numbers.add(number);
    if (clone.twins[number] === element) isReparsed = false;
  }
  for (const number of isReparsed ? byWords(article, clone.live) : byNode(article, clone, numbers)) numbers.add(number);
  const survivors: Element[] = [];
  const lost = new Set<Element>();
  clone.live.forEach((element, number) => {
    if (numbers.has(number)) survivors.push(element);
    else lost.add(element);
  });
  for (const survivor of survivors) lost.delete(survivor);
  return { survivors, lost };
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

/** An element's own words, as they stand between its tags; spaces that keep a paragraph open are none. */
function wordsIn(element: Element): string[] {
  const words: string[] = [];
  for (let child = firstChild(element); child; child = nextSibling(child))
    if (isText(child) && child.data.trim()) words.push(child.data.trim());
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
