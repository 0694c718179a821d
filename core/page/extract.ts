/** Takes the article out of a page: a known body box, or else Readability on a scrubbed clone; the live elements give the text. */
import { Readability } from '@mozilla/readability';
import { isElement, parentElement, textContent } from '../dom/safe';
import type { AppearanceOf } from '../text/appearance';
import { readText } from '../text/read-text';
import type { TextMap } from '../text/text-map';
import { type Attachment, findAttachments } from './attachments';
import { findBodyBoxes } from './body-boxes';
import type { Facts } from './fact';
import { readFacts } from './facts';
import { findPages, type Pages } from './pager';
import { scrubClone } from './scrub';
import { collectSurvivors, commonRoot, hasWords, numberClone, withAncestors } from './survivors';
import { trimEdges } from './trim';

/** Beyond this Readability would hold a slow machine for seconds; such pages are tables of data, not articles. */
const MOST_ELEMENTS = 40_000;

/** What stands in the place of a body that a script has yet to fetch. */
const LOADING = /^\s*(?:正在)?(?:加载|载入|loading)[^。]{0,20}$/i;

export interface Article {
  readonly facts: Facts;
  readonly attachments: readonly Attachment[];
  readonly map: TextMap;
  /** Where the article goes on, if it is split over pages. */
  readonly pages: Pages | null;
  /** Lowest live element that holds the whole body. */
  readonly root: Element;
}

export type Extraction =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly reason: 'too-large' | 'no-body'; readonly facts: Facts };

/** Which elements of the page are the body. */
interface Body {
  readonly root: Element;
  readonly isSkipped: (element: Element) => boolean;
  readonly isShell: (element: Element) => boolean;
  /** A box that a content system keeps for the body alone. */
  readonly isBox: boolean;
}

/**
 * Extracts the article of a page without touching the page.
 * @param url of the page, against which the addresses of its files are read
 * @param appearanceOf computed style in browsers, markup in Node
 */
export function extract(document: Document, url: URL, appearanceOf: AppearanceOf): Extraction {
  if (document.querySelectorAll('*').length > MOST_ELEMENTS) return { ok: false, reason: 'too-large', facts: {} };
  const body = bodyOfBoxes(findBodyBoxes(document)) ?? bodyByReadability(document);
  if (!body) return { ok: false, reason: 'no-body', facts: readFacts(document) };
  const whole = readText(body.root, { appearanceOf, isSkipped: body.isSkipped, isShell: body.isShell });
  const facts = readFacts(document, { isBody: (element) => isWithin(element, body), lines: linesOf(whole) });
  const others = [facts.subtitle, facts.source, facts.author].map((fact) => fact?.value);
  const map = trimEdges(whole, { title: facts.title?.value, others, isBox: body.isBox });
  if (LOADING.test(map.text)) return { ok: false, reason: 'no-body', facts };
  if (map.text.length === 0) return { ok: false, reason: 'no-body', facts };
  const attachments = findAttachments(document, url);
  return { ok: true, article: { facts, attachments, map, pages: findPages(document, url), root: body.root } };
}

function bodyOfBoxes(boxes: readonly Element[]): Body | null {
  const root = commonRoot(boxes);
  if (!root) return null;
  const kept = new Set(boxes);
  const above = withAncestors(boxes);
  const inBox = (element: Element) => boxes.some((box) => box === element || box.contains(element));
  return {
    root,
    isSkipped: (element) => !above.has(element) && !inBox(element),
    isShell: (element) => above.has(element) && !kept.has(element) && !inBox(element),
    isBox: true,
  };
}

function bodyByReadability(document: Document): Body | null {
  const clone = document.cloneNode(true) as Document;
  const elements = numberClone(document, clone);
  scrubClone(clone);
  const article = new Readability<Node>(clone, {
    serializer: (node) => node,
    maxElemsToParse: MOST_ELEMENTS,
  }).parse()?.content;
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
    isBox: false,
  };
}

function isWithin(element: Element, { root, isSkipped, isShell }: Body): boolean {
  if (!root.contains(element)) return false;
  for (let at: Element | null = element; at && at !== root; at = parentElement(at)) if (isSkipped(at)) return false;
  return !isShell(element);
}

function linesOf(map: TextMap): string[] {
  return map.lines.map((line) => map.text.slice(line.start, line.end));
}
