/** Reading: terms are marked without a trace in the page, and their cards open by pointing, clicking and keyboard. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { open } from './driver/session';
import type { Page, Session } from './driver/types';
import { html, type World } from './driver/world';
import { lightToken, pixelsOf } from './support/picture';
import {
  ARTICLE,
  articlePage,
  BROWSERS,
  cardTerm,
  clickAt,
  closeAll,
  eventually,
  HOST,
  letTimePass,
  marked,
  pointAt,
  pointAway,
  read,
  startSite,
} from './support/site';

/** Terms that the page spreads over several nodes or sets between quotes, and words in different nodes of each. */
const SPLIT_TERMS = [
  { term: '新发展理念', places: ['新发展理念', '展理念'] },
  { term: '三区三线', places: ['三区', '三线', '线”'] },
  { term: '多规合一', places: ['多规', '合一'] },
  { term: '两不愁三保障', places: ['两不愁', '三保障'] },
  { term: '三权分置', places: ['三权', '分置'] },
  { term: '河湖长制', places: ['河(', '湖)', '长制和'] },
  { term: '碳达峰、碳中和', places: ['碳达', '达峰', '碳中', '和”行动'] },
  { term: '枫桥经验', places: ['枫桥', '经验”'] },
  { term: '生态产品价值实现机制', places: ['生态产品价值', '实现机制'] },
] as const;

const TITLE = '认真学习贯彻习近平总书记来陕考察重要讲话重要指示奋力谱写安康高质量发展新篇章';

/** Behind the body; in a Firefox that refuses our style sheets they stand in it as an element. */
const OUR_HOST = /<yandu-layer data-theme="light">(?:<style>[^<]*<\/style>)?<\/yandu-layer>(?=<\/html>$)/;

describe.each(BROWSERS)('reading in %s', (name) => {
  let world: World;
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    world = await startSite(() => html(articlePage({ paragraphs: ['会议强调，要继续探索“三权分置”。'] })));
    session = await open(name, { proxyPort: world.port });
    page = await session.newPage();
    await page.setViewport(1280, 900);
    await read(page, ARTICLE);
  });

  afterAll(async () => {
    await session.close();
    await world.close();
  });

  afterEach(() => closeAll(page));

  it('paints terms and leaves the page as it was', async () => {
    const trace = () => ({
      page: document.documentElement.outerHTML,
      body: document.body.outerHTML,
      globals: Object.getOwnPropertyNames(window).sort(),
    });
    const plain = await open(name, { proxyPort: world.port, extension: null });
    try {
      const other = await plain.newPage();
      await other.setViewport(1280, 900);
      await other.goto(ARTICLE);
      const [with_, without] = [await page.eval(trace), await other.eval(trace)];
      expect(with_.body).toBe(without.body);
      expect(with_.page.replace(OUR_HOST, '')).toBe(without.page);
      expect(with_.globals).toEqual(without.globals);

      const line = lightToken('term-line');
      await eventually(async () => pixelsOf(page, await page.textBox('多规'), line)).toBeGreaterThan(5);
      const unpainted = await pixelsOf(other, await other.textBox('多规'), line);
      expect(unpainted).toBe(0);
    } finally {
      await plain.close();
    }
  });

  it('opens a card by pointing, which closes when the pointer leaves', async () => {
    await pointAt(page, '枫桥');
    expect(await cardTerm(page)).toBe('枫桥经验');
    await pointAway(page);
    await page.shadow('.card').gone();
  });

  it('keeps the card while the pointer is on it', async () => {
    await pointAt(page, '枫桥');
    await page.shadow('.card .definition').shown();
    const card = await page.shadow('.card').box();
    await page.pointer.move(card.x + card.width / 2, card.y + card.height / 2);
    await letTimePass(page);
    expect(await page.shadow('.card').exists()).toBe(true);
    await pointAway(page);
    await page.shadow('.card').gone();
  });

  it('pins a clicked card until Escape', async () => {
    await clickAt(page, '多规');
    expect(await cardTerm(page)).toBe('多规合一');
    await pointAway(page);
    await letTimePass(page);
    expect(await page.shadow('.card').exists()).toBe(true);
    await page.press('Escape');
    await page.shadow('.card').gone();
  });

  it('closes a clicked card by its button and by a click elsewhere', async () => {
    await clickAt(page, '多规');
    await page.shadow('.card button[data-action=close]').click();
    await page.shadow('.card').gone();
    await clickAt(page, '多规');
    await page.shadow('.card').shown();
    await page.pointer.click(3, 3);
    await page.shadow('.card').gone();
  });

  it('walks through the terms by keyboard, with the focus in the card', async () => {
    await read(page, ARTICLE);
    const focused = () => page.evalInLayer((root) => root.activeElement?.className ?? null);
    await page.press('Alt+J');
    expect(await cardTerm(page)).toBe('党的十八大');
    expect(await focused()).toBe('card');
    await page.press('Alt+J');
    await eventually(() => cardTerm(page)).toBe('五个扎实');
    await page.press('ArrowRight');
    await eventually(() => cardTerm(page)).toBe('五项要求');
    await page.press('Alt+K');
    await eventually(() => cardTerm(page)).toBe('五个扎实');
    expect(await focused()).toBe('card');
    await page.press('Escape');
    await page.shadow('.card').gone();
    expect(await page.eval(() => document.activeElement === document.body)).toBe(true);
    // The walk goes on where it stopped.
    await page.press('Alt+J');
    await eventually(() => cardTerm(page)).toBe('五项要求');
    await page.press('Escape');
  });

  it('gives the focus back to where it was in the page', async () => {
    await page.click('input[name=keyword]');
    await page.press('Escape');
    await page.press('Tab');
    const before = await page.eval(() => document.activeElement?.localName);
    expect(before).toBe('button');
    await page.press('Alt+J');
    await page.shadow('.card .definition').shown();
    expect(await page.eval(() => document.activeElement?.localName)).toBe('yandu-layer');
    await page.press('Escape');
    await page.shadow('.card').gone();
    expect(await page.eval(() => document.activeElement?.localName)).toBe(before);
  });

  it('leaves Alt+J to a field of the page', async () => {
    await page.click('input[name=keyword]');
    await page.press('Alt+J');
    await letTimePass(page);
    expect(await page.shadow('.card').exists()).toBe(false);
  });

  it('tells what 三区三线 is', async () => {
    await clickAt(page, '三线');
    expect(await cardTerm(page)).toBe('三区三线');
    expect(await page.shadow('.card .definition').text()).toContain('三类空间');
    const parts = await page.evalInLayer((root) => [...root.querySelectorAll('.parts li')].map((li) => li.textContent));
    expect(parts).toEqual([
      expect.stringMatching(/^三区.城镇空间、农业空间、生态空间$/),
      expect.stringMatching(/^三线.城镇开发边界、永久基本农田、生态保护红线$/),
    ]);
    const facts = await page.shadow('.card .facts').text();
    expect(facts).toContain('中共中央办公厅、国务院办公厅');
    expect(facts).toContain('2019年11月');
    expect(facts).toContain('厅字〔2019〕48号');
    expect(await page.shadow('.card').attribute('role')).toBe('dialog');
    await page.press('Escape');
    await page.shadow('.card').gone();
  });

  it.each(SPLIT_TERMS)('reads $term as one term over tags and quotes', async ({ term, places }) => {
    for (const place of places) {
      await pointAt(page, place);
      expect(await cardTerm(page), place).toBe(term);
      await closeAll(page);
    }
  });

  it('shows every meaning where the text does not tell which is meant', async () => {
    await read(page, `${HOST}/zwyw/hyyw/t20220301_1.html`);
    await clickAt(page, '三权分置');
    expect(await cardTerm(page)).toBe('三权分置');
    expect(await page.shadow('.card .caution').text()).toContain('几种含义');
    const senses = await page.evalInLayer((root) => [...root.querySelectorAll('.sense h3')].map((h) => h.textContent));
    expect(senses).toEqual(['承包地', '宅基地', '数据产权']);
  });

  it('reads an article in https alike', async () => {
    await page.goto(ARTICLE.replace('http:', 'https:'));
    await marked(page);
    await pointAt(page, '枫桥');
    expect(await cardTerm(page)).toBe('枫桥经验');
  });

  it('tells in the popup what it sees and why, and opens the real panel from there', async () => {
    await read(page, ARTICLE);
    const popup = await session.popup(page);
    await popup.waitFor(() => document.querySelector('.found') !== null);
    expect(await popup.text('[data-part=verdict]')).toContain('已识别为文章');
    expect(await popup.text('.title')).toBe(TITLE);
    expect(await popup.text('.found')).toMatch(/正文 \d{4} 字，术语 \d{3} 处，划线 0 条/);
    await popup.click('summary');
    expect(await popup.text('.signals')).toContain('网页标明了文章标题');
    await popup.click('button[data-action=panel]');
    // Nobody but that click opens it: the driver only looks.
    const panel = await session.sidePanel({ open: false });
    expect(await panel.text('h1')).toBe(TITLE);
  });

  it('sends nothing anywhere', () => {
    expect(world.strays()).toEqual([]);
  });
});
