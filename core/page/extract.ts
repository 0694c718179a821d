/** Takes the article out of a page: its body, the text of it, its facts and files. */

import { runSteps, type Steps } from '../steps';
import type { AppearanceOf } from '../text/appearance';
import { readTextInSteps } from '../text/read-text';
import type { TextMap } from '../text/text-map';
import { type Attachment, findAttachments } from './attachments';
import { findBody } from './body';
import type { Facts } from './fact';
import { readFacts } from './facts';
import { listTexts, type PageText } from './page-texts';
import { findPages, type Pages } from './pager';
import { trimEdges } from './trim';

/** Beyond this, pages are tables of data and not articles. */
const MOST_ELEMENTS = 200_000;

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

/**
 * Extracts the article of a page without touching the page.
 * @param url of the page, against which the addresses of its files are read
 * @param appearanceOf computed style in browsers, markup in Node
 */
export function extract(document: Document, url: URL, appearanceOf: AppearanceOf): Extraction {
  return runSteps(extractInSteps(document, url, appearanceOf));
}

/** @param texts of the page, where they have been listed already */
export function* extractInSteps(
  document: Document,
  url: URL,
  appearanceOf: AppearanceOf,
  texts: readonly PageText[] = listTexts(document),
): Steps<Extraction> {
  if (document.querySelectorAll('*').length > MOST_ELEMENTS) return { ok: false, reason: 'too-large', facts: {} };
  const body = yield* findBody(document, url, texts);
  if (body === 'too-large') return { ok: false, reason: 'too-large', facts: {} };
  if (!body) return { ok: false, reason: 'no-body', facts: readFacts(document, undefined, texts) };
  const { root, isSkipped, isShell, isBody } = body;
  const whole = yield* readTextInSteps(root, { appearanceOf, isSkipped, isShell });
  yield 'text';
  const facts = readFacts(document, { isBody, lines: linesOf(whole) }, texts);
  yield 'facts';
  const others = [facts.subtitle, facts.source, facts.author].map((fact) => fact?.value);
  const map = trimEdges(whole, { title: facts.title?.value, others, isBox: body.isBox });
  if (LOADING.test(map.text)) return { ok: false, reason: 'no-body', facts };
  if (map.text.length === 0) return { ok: false, reason: 'no-body', facts };
  const attachments = findAttachments(document, url);
  return { ok: true, article: { facts, attachments, map, pages: findPages(document, url), root: body.root } };
}

function linesOf(map: TextMap): string[] {
  return map.lines.map((line) => map.text.slice(line.start, line.end));
}
