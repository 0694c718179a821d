/** Takes the article out of a page: Readability on a scrubbed clone finds the body, the live elements give the text. */
import { Readability } from '@mozilla/readability';
import { isElement } from '../dom/safe';
import type { AppearanceOf } from '../text/appearance';
import { readText } from '../text/read-text';
import type { TextMap } from '../text/text-map';
import { type Facts, readFacts } from './facts';
import { scrubClone } from './scrub';
import { collectSurvivors, commonRoot, numberClone, withAncestors } from './survivors';
import { trimEdges } from './trim';

/** Beyond this Readability would hold a slow machine for seconds; such pages are tables of data, not articles. */
const MOST_ELEMENTS = 40_000;

export interface Article {
  readonly facts: Facts;
  readonly map: TextMap;
  /** Lowest live element that holds the whole body. */
  readonly root: Element;
}

export type Extraction =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly reason: 'too-large' | 'no-body' };

/**
 * Extracts the article of a page without touching the page.
 * @param appearanceOf computed style in browsers, markup in Node
 */
export function extract(document: Document, appearanceOf: AppearanceOf): Extraction {
  if (document.getElementsByTagName('*').length > MOST_ELEMENTS) return { ok: false, reason: 'too-large' };
  const clone = document.cloneNode(true) as Document;
  const elements = numberClone(document, clone);
  scrubClone(clone);
  const body = new Readability<Node>(clone, { serializer: (node) => node, maxElemsToParse: MOST_ELEMENTS }).parse()
    ?.content;
  if (!body || !isElement(body)) return { ok: false, reason: 'no-body' };
  const survivors = collectSurvivors(body, elements);
  const root = commonRoot(survivors);
  if (!root) return { ok: false, reason: 'no-body' };
  const kept = withAncestors(survivors);
  const whole = readText(root, {
    appearanceOf,
    isSkipped: (element) => !kept.has(element),
    isShell: (element) => !survivors.has(element),
  });
  const facts = readFacts(document, firstLines(whole));
  const map = trimEdges(whole, facts.title?.value);
  return map.text.length > 0 ? { ok: true, article: { facts, map, root } } : { ok: false, reason: 'no-body' };
}

function firstLines(map: TextMap): string[] {
  return map.lines.slice(0, 12).map((line) => map.text.slice(line.start, line.end));
}
