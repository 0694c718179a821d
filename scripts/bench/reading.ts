/** From an article recognised to its terms on the screen, in a real browser, beside one bare pass over the same text. */
import { open } from '../../tests/browser/driver/session';
import type { BrowserName, Page } from '../../tests/browser/driver/types';
import { html, startWorld } from '../../tests/browser/driver/world';
import type { Figure } from '../bench';
import { ARTICLE_URL, readArticle } from '../start/job';
import { median } from './median';

const ROUNDS = 7;

export async function benchReading(name: BrowserName): Promise<Figure[]> {
  const article = readArticle().toString('utf8');
  const world = await startWorld({ '*.gov.cn': () => html(article) }, { secure: false });
  const session = await open(name, { proxyPort: world.port });
  try {
    const page = await session.newPage(ARTICLE_URL);
    const panel = await session.newPage(`${session.base}/sidepanel.html`);
    const reading: number[] = [];
    const walking: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      if (round > 0) await page.reload();
      // Brings the tab to the front: nothing is painted in one behind.
      await page.pointer.move(2, 2);
      reading.push(await readingTime(panel));
      walking.push(await walkTime(page));
    }
    // The first round pays for what is loaded once; the median of the rest is what a reader meets.
    const typical = median(reading.slice(1));
    const walk = median(walking.slice(1));
    const figure = (what: string, value: number, unit: string, against: string): Figure => ({
      name: `${session.name}: ${what}`,
      value,
      unit,
      against,
    });
    return [
      figure('article recognised to terms painted', typical, 'ms', 'with the worker awake'),
      figure('the same at the first page', reading[0] ?? 0, 'ms', 'worker started, glossary put in'),
      figure(
        'the same as a ratio',
        typical / walk,
        'times',
        `one TreeWalker pass over the same text, ${walk.toFixed(2)} ms`,
      ),
    ];
  } finally {
    await session.close();
    await world.close();
  }
}

/** Asks the script in the article's tab, over the extension's own messages, how long it took. */
function readingTime(panel: Page): Promise<number> {
  return panel.waitFor(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    for (const tab of await api.tabs.query({ url: '*://www.hanyin.gov.cn/*' })) {
      const reply = await api.tabs.sendMessage(tab.id, { yandu: 1, type: 'page.state', payload: {} }).catch(() => null);
      if (reply?.ok && reply.value.article) return reply.value.article.milliseconds as number;
    }
    return 0;
  });
}

/** The least that reading a page can cost: every text node once, concatenated; best of many, to the millisecond's fraction. */
function walkTime(page: Page): Promise<number> {
  return page.eval(() => {
    const passes = 40;
    const began = performance.now();
    let length = 0;
    for (let pass = 0; pass < passes; pass++) {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) text += node.nodeValue;
      length += text.length;
    }
    return length > 0 ? (performance.now() - began) / passes : 0;
  });
}
