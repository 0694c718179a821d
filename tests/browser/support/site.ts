/** The county portal under which the sample pages are served, and what tests do on its pages again and again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { BrowserName, Page } from '../driver/types';
import { type Handler, html, startWorld, type World } from '../driver/world';

export const BROWSERS: readonly BrowserName[] = ['chrome', 'firefox'];

export const HOST = 'http://www.hanyin.gov.cn';
export const ARTICLE = `${HOST}/zwyw/lldy/t20220210_1001.html`;
export const LOGGER = `${HOST}/zwyw/lldy/t20220304_1020.html`;
export const HOME = `${HOST}/`;
export const LIST = `${HOST}/zwyw/hyyw/`;
export const FORM = `${HOST}/xxgk/show.aspx?id=1024`;

const FILES: Readonly<Record<string, string>> = {
  [ARTICLE]: 'county-article.html',
  [LOGGER]: 'key-logger.html',
  [HOME]: 'county-home.html',
  [LIST]: 'county-list.html',
  [FORM]: 'county-form.html',
};

export function samplePage(file: string): string {
  return readFileSync(join(import.meta.dirname, '../../pages', file), 'utf8');
}

/** A line of prose that holds no term, to make a page long enough for an article. */
export const FILLER =
  '各单位要按照会议部署，逐条梳理、逐项研究，把任务落实到岗位、落实到人员，确保件件有着落、事事有回音。';

interface WrittenPage {
  readonly title?: string;
  readonly paragraphs: readonly string[];
  readonly head?: string;
  readonly charset?: string;
}

/** An article in the manner of the portal, with enough prose behind the given paragraphs to be seen as one. */
export function articlePage({
  title = '县政府召开常务会议',
  paragraphs,
  head = '',
  charset = 'utf-8',
}: WrittenPage): string {
  const body = [...paragraphs, ...Array.from({ length: 8 }, () => FILLER)].map((text) => `<p>${text}</p>`);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="${charset}"><title>${title}</title>
<meta name="SiteName" content="汉阴县人民政府"><meta name="ArticleTitle" content="${title}">
<meta name="PubDate" content="2022-03-01 09:00"><link rel="icon" href="data:,">${head}</head>
<body><h1>${title}</h1><div class="TRS_Editor">${body.join('\n')}</div></body></html>`;
}

/** @param others answers addresses that are no sample page; by default they are empty pages */
export function startSite(others: Handler = () => html('<!doctype html><title>空白</title>')): Promise<World> {
  return startWorld({
    '*.gov.cn': (request) => {
      const file = FILES[request.url.href.replace(/^https:/, 'http:')];
      return file === undefined ? others(request) : html(samplePage(file));
    },
  });
}

/** Waits until the terms are painted. */
export async function marked(page: Page): Promise<void> {
  await page.waitFor(() => (CSS.highlights.get('yd0')?.size ?? 0) > 0);
}

/** Goes to an address and waits for its terms. */
export async function read(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // To the front: in a tab behind another nothing is painted.
  await pointAway(page);
  await marked(page);
}

/** Rests the pointer on words of the page. */
export async function pointAt(page: Page, words: string, nth = 0): Promise<void> {
  const { x, y, width, height } = await page.textBox(words, nth);
  await page.pointer.move(x + width / 2, y + height / 2);
}

export async function clickAt(page: Page, words: string, nth = 0): Promise<void> {
  const { x, y, width, height } = await page.textBox(words, nth);
  await page.pointer.click(x + width / 2, y + height / 2);
}

/** Moves the pointer to where no article is, and lets the page see it there: on a busy machine frames are long. */
export async function pointAway(page: Page): Promise<void> {
  await page.pointer.move(3, 3);
  await page.eval(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen(null)))));
}

/** The term of the open card, once its contents are there. */
export async function cardTerm(page: Page): Promise<string> {
  await page.shadow('.card .definition').shown();
  return page.shadow('.card h2').text();
}

/** The words that a highlight of ours covers, in the order of the page; a term over several nodes gives several. */
export function paintedWords(page: Page, layer: number): Promise<string[]> {
  return page.eval((name) => {
    const ranges = [...(CSS.highlights.get(name) ?? [])];
    ranges.sort((a, b) =>
      a.startContainer === b.startContainer
        ? a.startOffset - b.startOffset
        : a.startContainer.compareDocumentPosition(b.startContainer) & 4
          ? -1
          : 1,
    );
    return ranges.map((range) => range.startContainer.nodeValue?.slice(range.startOffset, range.endOffset) ?? '');
  }, `yd${layer}`);
}

/** For what must not happen there is nothing to wait for: longer than any delay of ours. */
export async function letTimePass(page: Page): Promise<void> {
  await page.eval(() => new Promise((resolve) => setTimeout(resolve, 450)));
}

/** Closes whatever a test has left open over the page, so that the next one begins with nothing. */
export async function closeAll(page: Page): Promise<void> {
  await pointAway(page);
  for (let tries = 0; tries < 4 && (await isSomethingOpen(page)); tries++) await page.press('Escape');
}

async function isSomethingOpen(page: Page): Promise<boolean> {
  return (await page.evalInLayer((root) => root.querySelector('.floating') !== null)) ?? false;
}

/** Selects words of the article and waits for the bar. */
export async function select(page: Page, from: string, to?: string): Promise<void> {
  await page.selectText(from, to);
  await page.shadow('.bar').shown();
}

/** Selects words and highlights them in a colour by the bar. */
export async function highlight(page: Page, colour: number, from: string, to?: string): Promise<void> {
  await select(page, from, to);
  await page.shadow(`.bar button[data-action=highlight-${colour}]`).click();
  await page.waitFor(
    (name, words) => {
      const texts = [...(CSS.highlights.get(name) ?? [])].map((range) => range.startContainer.nodeValue ?? '');
      return texts.some((text) => text.includes(words));
    },
    `yd${colour}`,
    from.slice(0, 2),
  );
}

/** What a panel lists, from top to bottom. */
export function listedIn(panel: Page): Promise<{ quote: string; note: string; colour: string; disabled: boolean }[]> {
  return panel.eval(() =>
    [...document.querySelectorAll('li[data-annotation-id]')].map((item) => ({
      quote: item.querySelector('.quote')?.textContent ?? '',
      note: item.querySelector('.note-body')?.textContent ?? '',
      colour: item.querySelector('.mark-tag')?.textContent ?? '',
      disabled: item.querySelector<HTMLButtonElement>('button[data-action=go]')?.disabled ?? true,
    })),
  );
}

/** `expect.poll` with the patience of the driver: vitest gives up after one second. */
export function eventually<T>(ask: () => T | Promise<T>) {
  return expect.poll(ask, { timeout: 15_000, interval: 50 });
}
