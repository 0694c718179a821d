/** Takes the article out of a page: its body, the text of it, its facts and files. */
import type { AppearanceOf } from '../text/appearance';
import { readText } from '../text/read-text';
import type { TextMap } from '../text/text-map';
import { type Attachment, findAttachments } from './attachments';
import { findBody } from './body';
import type { Facts } from './fact';
import { readFacts } from './facts';
import { findPages, type Pages } from './pager';
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

/**
 * Extracts the article of a page without touching the page.
 * @param url of the page, against which the addresses of its files are read
 * @param appearanceOf computed style in browsers, markup in Node
 */
export function extract(document: Document, url: URL, appearanceOf: AppearanceOf): Extraction {
  if (document.querySelectorAll('*').length > MOST_ELEMENTS) return { ok: false, reason: 'too-large', facts: {} };
  const body = findBody(document, url);
  if (!body) return { ok: false, reason: 'no-body', facts: readFacts(document) };
  const whole = readText(body.root, { appearanceOf, isSkipped: body.isSkipped, isShell: body.isShell });
  const facts = readFacts(document, { isBody: body.isBody, lines: linesOf(whole) });
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
