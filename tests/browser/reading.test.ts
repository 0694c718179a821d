/** What the reader can decide about reading: page and site rules, corrected facts, late bodies, articles over pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open } from './driver/session';
import type { Page, Session } from './driver/types';
import { html, type World } from './driver/world';
import {
  articlePage,
  BROWSERS,
  eventually,
  HOST,
  highlight,
  LIST,
  listedIn,
  marked,
  paintedWords,
  pointAway,
  read,
  startSite,
} from './support/site';

const NOTICE = `${HOST}/zwgk/t20230301_1.html`;
const LATE = `${HOST}/zwgk/t20230302_2.html`;
const SPLIT = `${HOST}/zwgk/t20230303_3.html`;

/** An empty box, filled by the page's own script when a test says so. */
function latePage(): string {
  const whole = articlePage({ title: '县政府关于推进乡村振兴工作的通知', paragraphs: ['扎实推进乡村振兴。'] });
  const [, body = ''] = /<div class="TRS_Editor">([\s\S]*)<\/div>/.exec(whole) ?? [];
  const filler = `<script>globalThis.fill = () => { document.querySelector('.TRS_Editor').innerHTML = ${JSON.stringify(body)}; };</script>`;
  return whole.replace(body, '').replace('</body>', `${filler}</body>`);
}

function splitPage(number: number): string {
  const pager = `<script>function createPageHTML() {} createPageHTML(3, ${number - 1}, "t20230303_3", "html");</script>`;
  const paragraphs = [`第${number}页专门说碳达峰和碳中和的第${number}个方面，与别页不同。`];
  return articlePage({ title: '县政府关于分页印发方案的通知', paragraphs }).replace('</body>', `${pager}</body>`);
}

describe.each(BROWSERS)('reading in %s', (name) => {
  let world: World;
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    world = await startSite(({ url }) => {
      if (url.href === LATE) return html(latePage());
      const split = /t20230303_3(?:_(\d))?\.html$/.exec(url.pathname);
      if (split) return html(splitPage(Number(split[1] ?? 0) + 1));
      return html(articlePage({ title: '县政府关于做好防汛工作的通知', paragraphs: ['落实河长制，推进乡村振兴。'] }));
    });
    session = await open(name, { proxyPort: world.port });
    page = await session.newPage();
    await page.setViewport(1200, 800);
  });

  afterAll(async () => {
    await session.close();
    await world.close();
  });

  const terms = () => paintedWords(page, 0);
  const verdict = (popup: Page) => eventually(() => popup.text('[data-part=verdict]'));
  /** Firefox opens a popup small and lets it grow with its contents. */
  let opened: Page | undefined;
  const closePopup = async () => {
    const popup = opened;
    opened = undefined;
    if (!popup) return;
    await popup.close().catch(() => undefined);
    await eventually(() => popup.eval(() => true).catch(() => false)).toBe(false);
  };
  const openPopup = async () => {
    // Pressed while its popup is open, the toolbar button of Firefox closes it.
    await closePopup();
    const popup = await session.popup(page);
    opened = popup;
    await popup.waitFor(
      () => document.querySelector('.popup') !== null && document.documentElement.scrollHeight <= innerHeight + 1,
    );
    return popup;
  };

  it('takes a page for no article when the reader says so, remembers it, and takes it back', async () => {
    await read(page, NOTICE);
    const popup = await openPopup();
    await popup.click('button[data-action=page-rule]');
    await verdict(popup).toContain('已在这里停用');
    await eventually(terms).toEqual([]);
    await page.reload();
    const again = await openPopup();
    await verdict(again).toContain('已在这里停用');
    await again.click('button[data-action=page-rule]');
    await verdict(again).toContain('已识别为文章');
    await pointAway(page);
    await marked(page);
  });

  it('stays out of a site that the reader switched off, and comes back', async () => {
    await read(page, NOTICE);
    const popup = await openPopup();
    await popup.click('button[data-action=site-rule]');
    await verdict(popup).toContain('已在这里停用');
    await eventually(terms).toEqual([]);
    await page.goto(`${HOST}/zwgk/t20230301_9.html`);
    const elsewhere = await openPopup();
    await verdict(elsewhere).toContain('已在这里停用');
    await elsewhere.click('button[data-action=site-rule]');
    await verdict(elsewhere).toContain('已识别为文章');
    await pointAway(page);
    await marked(page);
  });

  it('reads a list as an article when the reader insists', async () => {
    await page.goto(LIST);
    const popup = await openPopup();
    await verdict(popup).toContain('列表页');
    await popup.click('button[data-action=page-rule]');
    await verdict(popup).toContain('已识别为文章');
    await popup.click('button[data-action=page-rule]');
    await verdict(popup).toContain('列表页');
  });

  it('keeps a fact that the reader corrected, and gives it back', async () => {
    await read(page, NOTICE);
    const panel = await session.sidePanel();
    await panel.click('.document-facts summary');
    await panel.click('[data-fact=docNumber] button[data-action=edit-fact]');
    await panel.type('汉政办发〔2023〕7号');
    await panel.click('button[data-action=save-fact]');
    const number = () =>
      panel.eval(() => document.querySelector('[data-fact=docNumber] .fact-value')?.textContent ?? null);
    await eventually(number).toBe('汉政办发〔2023〕7号');
    await page.reload();
    await marked(page);
    await eventually(number).toBe('汉政办发〔2023〕7号');
    if (!(await panel.eval(() => document.querySelector('.document-facts')?.hasAttribute('open'))))
      await panel.click('.document-facts summary');
    await panel.click('[data-fact=docNumber] button[data-action=reset-fact]');
    await eventually(number).toBe('未找到');
  });

  it('waits for a body that comes late', async () => {
    await page.goto(LATE);
    await pointAway(page);
    const popup = await openPopup();
    await verdict(popup).toContain('没有找到正文');
    await page.eval(() => Reflect.get(globalThis, 'fill')());
    await pointAway(page);
    await eventually(terms).toContain('乡村振兴');
  });

  it('reads an article over three pages as one, and leads to the page of a highlight', async () => {
    await read(page, SPLIT);
    const panel = await session.sidePanel();
    await panel.click('button[data-action=load-all]');
    await eventually(() => panel.text('.pages-offer')).toContain('3 页已全部载入');
    await page.goto(SPLIT.replace('.html', '_1.html'));
    await pointAway(page);
    await marked(page);
    await highlight(page, 3, '专门说碳达峰和碳中和', '与别页不同');
    await page.goto(SPLIT);
    await pointAway(page);
    await marked(page);
    await panel.click('button[data-action=load-all]');
    await eventually(async () => (await listedIn(panel)).map(({ disabled }) => disabled)).toEqual([false]);
    await panel.click('button[data-action=go]');
    await eventually(() => page.url()).toBe(SPLIT.replace('.html', '_1.html'));
    expect(world.strays()).toEqual([]);
  });
});
