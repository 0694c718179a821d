/** Which elements of the live page are the body of its article: a known box, or what Readability leaves of a clone. */
import { Readability } from '@mozilla/readability';
import { attribute, isElement, textContent } from '../dom/safe';
import { findAttachments, resolveAddress } from './attachments';
import { findBodyBoxes } from './body-boxes';
import { scrubClone } from './scrub';
import { collectSurvivors, commonRoot, hasWords, numberClone, withAncestors } from './survivors';

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

/** @returns null when nothing on the page reads like a body */
export function findBody(document: Document, url: URL): Body | null {
  const box = bodyOfBoxes(findBodyBoxes(document));
  if (box) return box;
  const found = bodyByReadability(document);
  return found && (bodyOfFiles(document, url, found) ?? found);
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

function bodyByReadability(document: Document): Body | null {
  const clone = document.cloneNode(true) as Document;
  const elements = numberClone(document, clone);
  scrubClone(clone);
  // Nobody sees what Readability makes: cleaning its classes would be a quarter of its time for nothing.
  const article = new Readability<Node>(clone, { serializer: (node) => node, keepClasses: true }).parse()?.content;
  if (!article || !isElement(article)) return null;
  const survivors = collectSurvivors(article, elements);
  const root = commonRoot(survivors);
  if (!root) return null;
  const kept = withAncestors(survivors);
  const lost = new Set(elements);
  for (const survivor of survivors) lost.delete(survivor);
  return {
    root,
    isSkipped: (element) => !kept.has(element) && hasWords(textContent(element) ?? ''),
    isShell: (element) => lost.has(element),
    isBody: (element) => kept.has(element) && !lost.has(element) && root.contains(element),
    isBox: false,
  };
}
