/** Which elements of the live page are the body of its article: a known box, or what Readability leaves of a clone. */
import { attribute, textContent } from '../dom/safe';
import { runSteps, type Steps } from '../steps';
import { findAttachments, resolveAddress } from './attachments';
import { findBodyBoxes } from './body-boxes';
import { hasWords, listTexts, type PageText } from './page-texts';
import { findReadable } from './readability';
import { scrubClone } from './scrub';
import { collectSurvivors, commonRoot, type NumberedClone, numberClone, withAncestors } from './survivors';

export interface Body {
  /** Lowest live element that holds all of it. */
  readonly root: Element;
  /** Elements under the root that stay out with all that is in them. */
  readonly isSkipped: (element: Element) => boolean;
  /** Elements whose own words stay out while what is in them is read. */
  readonly isShell: (element: Element) => boolean;
  /** Whether an element stands in the body, for elements that hold words. */
  readonly isBody: (element: Element) => boolean;
  /** A box that a content system keeps for the body alone. */
  readonly isBox: boolean;
}

/** Beyond this Readability would hold a slow machine for seconds. */
const MOST_FOR_READABILITY = 40_000;

/** @returns null when nothing on the page reads like a body */
export function* findBody(document: Document, url: URL, texts: readonly PageText[]): Steps<Body | null | 'too-large'> {
  const box = bodyOfBoxes(findBodyBoxes(document));
  yield 'survey';
  if (box) return box;
  if (document.querySelectorAll('*').length > MOST_FOR_READABILITY) return 'too-large';
  try {
    const found = yield* bodyByReadability(document, texts);
    return found && (bodyOfFiles(document, url, found) ?? found);
  } catch (error) {
    if (isTooDeep(error)) return 'too-large';
    throw error;
  }
}

/** Readability calls itself for each level of a page; scripts can nest deeper than that goes. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError || /recursion/.test(String(error));
}

/** Sentences: what a page of nothing but files does not have. */
const SENTENCE = /[。；]|[a-zäöüß]{3}\.(?:\s|$)/i;

/** Where an article is its files alone, Readability takes the page's menus along; the box of the files is the body. */
function bodyOfFiles(document: Document, url: URL, { root }: Body): Body | null {
  if (SENTENCE.test(textContent(root) ?? '')) return null;
  const files = new Set(findAttachments(document, url).map(({ href }) => href));
  const rows = [...document.querySelectorAll('a[href]')]
    .filter((link) => files.has(resolveAddress(attribute(link, 'href') ?? '', url)?.href ?? ''))
    .map((link) => link.closest('p, li, tr, dd, div') ?? link);
  const box = commonRoot(rows);
  return box && bodyOfBoxes([box]);
}

function bodyOfBoxes(boxes: readonly Element[]): Body | null {
  const root = commonRoot(boxes);
  if (!root) return null;
  if (boxes.length === 1)
    return {
      root,
      isSkipped: () => false,
      isShell: () => false,
      isBody: (element) => root.contains(element),
      isBox: true,
    };
  const kept = new Set(boxes);
  const above = withAncestors(boxes);
  const isBody = (element: Element) => boxes.some((box) => box.contains(element));
  return {
    root,
    isSkipped: (element) => !above.has(element) && !isBody(element),
    isShell: (element) => above.has(element) && !kept.has(element) && !isBody(element),
    isBody,
    isBox: true,
  };
}

interface Copy {
  readonly clone: Document;
  readonly numbered: NumberedClone;
}

function* copyNumbered(document: Document, texts: readonly PageText[]): Steps<Copy | null> {
  const clone = document.cloneNode(true) as Document;
  yield 'clone';
  const numbered = yield* numberClone(texts, clone);
  if (numbered) return { clone, numbered };
  // The page has changed since its texts were listed; in one go it cannot.
  const anew = document.cloneNode(true) as Document;
  const again = runSteps(numberClone(listTexts(document), anew));
  return again && { clone: anew, numbered: again };
}

function* bodyByReadability(document: Document, texts: readonly PageText[]): Steps<Body | null> {
  const copy = yield* copyNumbered(document, texts);
  if (!copy) return null;
  const { clone, numbered } = copy;
  scrubClone(clone);
  yield 'clone';
  const article = findReadable(clone);
  yield 'readability';
  if (!article) return null;
  const { survivors, lost } = collectSurvivors(article, numbered);
  const root = commonRoot(survivors);
  if (!root) return null;
  const kept = withAncestors(survivors);
  yield 'survivors';
  return {
    root,
    isSkipped: (element) => !kept.has(element) && hasWords(textContent(element) ?? ''),
    isShell: (element) => lost.has(element),
    isBody: (element) => kept.has(element) && !lost.has(element) && root.contains(element),
    isBox: false,
  };
}
