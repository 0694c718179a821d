/** What we, and Readability alone, make of a labelled page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { extract } from '../../core/page/extract';
import type { Facts } from '../../core/page/fact';
import { recognise } from '../../core/page/recognise';
import { scrubClone } from '../../core/page/scrub';
import type { Recognition } from '../../core/page/signals';
import { markupAppearanceOf } from '../../core/text/appearance';
import { decodePage, parsePage } from '../lib/parse-page';
import { addressOf, type LabelledPage } from './corpus';

export interface Reading {
  readonly recognition: Recognition;
  readonly facts: Facts;
  readonly text: string;
}

export interface BareReading {
  readonly title: string;
  readonly publishedAt: string;
  readonly source: string;
  readonly text: string;
}

export function readPage(folder: string, { file, url }: Pick<LabelledPage, 'file' | 'url'>): Reading {
  const document = parsePage(decodePage(readFileSync(join(folder, file))));
  const address = addressOf(url ?? ownAddress(document));
  const recognition = recognise(document, address);
  const extraction = extract(document, address, markupAppearanceOf(document));
  if (!extraction.ok) return { recognition, facts: extraction.facts, text: '' };
  return { recognition, facts: extraction.article.facts, text: extraction.article.map.text };
}

/** The text alone, of a page that stands at this address; '' when there is no article. */
export function readText(bytes: Uint8Array, address: URL): string {
  const document = parsePage(decodePage(bytes));
  const extraction = extract(document, address, markupAppearanceOf(document));
  return extraction.ok ? extraction.article.map.text : '';
}

/** Where a page without a labelled address says that it stands; in a browser the address is always known. */
function ownAddress(document: Document): string | undefined {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const declared = canonical ?? document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  return declared ?? mostLinkedHost(document);
}

function mostLinkedHost(document: Document): string | undefined {
  const counts = new Map<string, number>();
  for (const link of document.querySelectorAll('a[href^="http"]')) {
    const href = link.getAttribute('href') ?? '';
    if (URL.canParse(href)) counts.set(new URL(href).origin, (counts.get(new URL(href).origin) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] > 1 ? `${most[0]}/page` : undefined;
}

/** Readability as it comes, but for the scrub without which some pages never end. */
export function readBare(folder: string, { file }: Pick<LabelledPage, 'file'>): BareReading {
  const document = parsePage(decodePage(readFileSync(join(folder, file))));
  scrubClone(document);
  const article = new Readability(document).parse();
  return {
    title: article?.title ?? '',
    publishedAt: article?.publishedTime ?? '',
    source: article?.siteName ?? '',
    text: article?.textContent ?? '',
  };
}
