/** Whole reading of a page beside bare Readability on the same page, and the first look at a page that is none. */
import { open } from '../../tests/browser/driver/session';
import type { BrowserName } from '../../tests/browser/driver/types';
import { html, startWorld } from '../../tests/browser/driver/world';
import type { Figure } from '../bench';
import { bundleModule, callInPage } from '../lib/bundled-module';
import { readArticle } from '../start/job';
import { articleOf, listOf } from './generated-page';
import type { Round } from './in-page';
import { median } from './median';

const ROUNDS = 15;
const CHARACTERS = 400_000;

interface Measured {
  readonly what: string;
  readonly html: () => string;
  /** Readings a round: clocks of content scripts are as coarse as a millisecond. */
  readonly repeats?: number;
}

const ARTICLES: Readonly<Record<string, Measured>> = {
  '/zwgk/t20220210_1.html': { what: 'sample article', repeats: 10, html: () => readArticle().toString('utf8') },
  '/zwgk/t20220210_2.html': {
    what: '400,000 characters, found by Readability',
    html: () => articleOf({ characters: CHARACTERS, box: 'class="neirong"' }),
  },
  '/zwgk/t20220210_3.html': {
    what: '400,000 characters in a known box',
    html: () => articleOf({ characters: CHARACTERS, box: 'class="TRS_Editor"' }),
  },
};
const LIST = '/zwgk/index_1.html';
const HOST = 'http://www.bench.gov.cn';

export async function benchWholeReading(name: BrowserName): Promise<Figure[]> {
  const module = await bundleModule('scripts/bench/in-page.ts');
  const pages = new Map(Object.entries(ARTICLES).map(([path, article]) => [path, article.html()]));
  pages.set(LIST, listOf(2000));
  const world = await startWorld({ '*.gov.cn': ({ url }) => html(pages.get(url.pathname) ?? '') }, { secure: false });
  const session = await open(name, { proxyPort: world.port });
  const figures: Figure[] = [];
  const add = (what: string, value: number, unit: string, against: string) =>
    figures.push({ name: `${session.name}: ${what}`, value, unit, against });
  try {
    const page = await session.newPage();
    for (const [path, { what, repeats = 1 }] of Object.entries(ARTICLES)) {
      await page.goto(HOST + path);
      // Our own reader is through.
      await page.waitFor(() => (CSS.highlights.get('yd0')?.size ?? 0) > 0);
      const rounds = await callInPage<Round[]>(page, 'extension', module, 'measureReading', ROUNDS, repeats);
      // The least of the rounds is what the work costs; the rest is what else the machine was doing.
      const ours = Math.min(...rounds.map((round) => round.ours));
      const bare = Math.min(...rounds.map((round) => round.bare));
      const ms = (value: number) => `${value.toFixed(1)} ms`;
      add(
        `whole reading, ${what}`,
        ours / bare,
        'times',
        `at most 1.3; ${ms(ours)} to clone and Readability, ${ms(bare)}`,
      );
      const longest = median(rounds.map((round) => round.longestTask));
      add(`longest task of ours, ${what}`, longest, 'ms', 'at most 50, besides the one Readability call');
    }
    await page.goto(HOST + LIST);
    const looks = await callInPage<number[]>(page, 'extension', module, 'measureFirstLook', ROUNDS);
    add('first look at a list of 2,000 links', median(looks), 'ms', 'at most 1');
    return figures;
  } finally {
    await session.close();
    await world.close();
  }
}
