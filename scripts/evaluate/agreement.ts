/**
 * Whether real browsers read a page as Node does, through the extension as it ships, and whether its text map is true
 * to what they lay out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../../tests/browser/driver/types';
import { ensureBuild } from '../lib/build.mjs';
import { bundleModule } from '../lib/bundled-module';
import { bare } from './body-score';
import { readInBrowser, type SeenPage } from './browser-reading';
import { addressOf, type Corpus } from './corpus';
import type { MapCheck } from './in-page';
import type { Threshold } from './judge';
import { readText } from './reading';

/** A page of the corpus under the address where browsers find it. */
export interface ServedPage {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly address: URL;
}

interface ComparedPage extends SeenPage {
  readonly browser: BrowserName;
  readonly agrees: boolean;
}

export interface Agreement {
  readonly thresholds: readonly Threshold[];
  readonly misses: readonly string[];
  readonly pages: readonly ComparedPage[];
}

/** The share of pages that a browser must read as Node does. */
const LEAST_AGREEMENT = 0.99;

export async function judgeAgreement(corpus: Corpus, browsers: readonly BrowserName[]): Promise<Agreement> {
  for (const browser of browsers) await ensureBuild(browser);
  const served = servePages(corpus);
  const inNode = new Map(served.map((page) => [page.file, readText(page.bytes, page.address)]));
  const module = await bundleModule('scripts/evaluate/in-page.ts');
  const thresholds: Threshold[] = [];
  const misses: string[] = [];
  const pages: ComparedPage[] = [];
  for (const browser of browsers) {
    const seen = await readInBrowser(browser, served, module);
    const compared = seen.map((page) => {
      const difference = differenceOf(inNode.get(page.file) ?? '', page);
      if (difference) misses.push(`${browser} ${page.file}: ${difference}`);
      return { ...page, browser, agrees: difference === null };
    });
    const maps = compared.flatMap(({ file, map }) => (map ? [{ file, map }] : []));
    for (const { file, map } of maps) misses.push(...faultsOf(map).map((fault) => `${browser} ${file}: ${fault}`));
    const share = (right: number, of: number) => (of > 0 ? right / of : 1);
    const agreeing = compared.filter(({ agrees }) => agrees).length;
    const exact = maps.filter(({ map }) => map.wrongOffsets.length === 0).length;
    const true_ = maps.filter(({ map }) => map.difference === null).length;
    thresholds.push(
      {
        name: `${browser}: read as in Node (${agreeing} of ${compared.length} pages)`,
        value: share(agreeing, compared.length),
        least: LEAST_AGREEMENT,
      },
      {
        name: `${browser}: each offset → page → offset the same (${exact} of ${maps.length} pages)`,
        value: share(exact, maps.length),
        least: 1,
      },
      {
        name: `${browser}: text is what is laid out (${true_} of ${maps.length} pages)`,
        value: share(true_, maps.length),
        least: LEAST_AGREEMENT,
      },
    );
    pages.push(...compared);
  }
  return { thresholds, misses, pages };
}

/** Each page under a host of its own, so that none is known from another, at the path that its label names. */
function servePages({ folder, pages, documents }: Corpus): ServedPage[] {
  const files = [
    ...pages.map(({ file, url }) => ({ file, url })),
    ...documents.map(({ file, url }) => ({ file: join('govcn-documents', file), url })),
  ];
  return files.map(({ file, url }, i) => {
    const { pathname, search } = addressOf(url);
    return {
      file,
      bytes: readFileSync(join(folder, file)),
      address: new URL(`http://p${i}.pages.gov.cn${pathname}${search}`),
    };
  });
}

const SHOWN = 40;

/** @returns null when both read the same words */
function differenceOf(inNode: string, { text, silent }: SeenPage): string | null {
  const [a, b] = [bare(inNode), bare(text ?? '')];
  if (a === b) return null;
  if (b === '') return `read by Node alone; silent: ${silent}`;
  if (a === '') return `read by the browser alone: ${b.slice(0, SHOWN)}`;
  let at = 0;
  while (a[at] === b[at]) at++;
  const from = Math.max(0, at - 10);
  return `differs at ${at} of ${a.length}: Node ${a.slice(from, at + SHOWN)} | browser ${b.slice(from, at + SHOWN)}`;
}

function faultsOf({ wrongOffsets, difference }: MapCheck): string[] {
  const faults: string[] = [];
  if (wrongOffsets.length > 0) faults.push(`offsets that come back as others: ${wrongOffsets.join(', ')}`);
  if (difference)
    faults.push(`not what is laid out, at ${difference.at}: ours ${difference.ours} | laid out ${difference.laidOut}`);
  return faults;
}
