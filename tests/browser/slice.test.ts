/** The slice from selection to file: highlight, note, panel, undo, copy, export, popup, and all of it after a restart. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from './driver/leftovers';
import { open } from './driver/session';
import type { Page, Session } from './driver/types';
import type { World } from './driver/world';
import {
  ARTICLE,
  BROWSERS,
  clickAt,
  closeAll,
  eventually,
  highlight,
  letTimePass,
  listedIn,
  marked,
  paintedWords,
  read,
  select,
  startSite,
} from './support/site';

const TITLE = '认真学习贯彻习近平总书记来陕考察重要讲话重要指示奋力谱写安康高质量发展新篇章';

describe.each(BROWSERS)('marking in %s', (name) => {
  const profile = temporaryFolder(`slice-${name}`);
  let world: World;
  let session: Session;
  let page: Page;
  let panel: Page;

  const start = async () => {
    session = await open(name, { proxyPort: world.port, profile });
    page = await session.newPage();
    await page.setViewport(1280, 900);
    await read(page, ARTICLE);
    panel = await session.sidePanel();
  };
  const quotes = async () => (await listedIn(panel)).map(({ quote }) => quote);
  const focusedAction = () => page.evalInLayer((root) => root.activeElement?.getAttribute('data-action') ?? null);
  const intoBar = async () => {
    await page.press('Alt+M');
    await eventually(focusedAction).toBe('highlight-1');
  };
  const itemDo = async (quote: string, action: 'go' | 'edit' | 'delete') => {
    const nth = (await quotes()).indexOf(quote) + 1;
    await panel.click(`li[data-annotation-id]:nth-child(${nth}) button[data-action=${action}]`);
  };

  beforeAll(async () => {
    world = await startSite();
    await start();
  });

  afterAll(async () => {
    await session.close();
    await world.close();
    removeFolder(profile);
  });

  it('offers the bar on a selection by pointer, and takes it away with the selection', async () => {
    await select(page, '以高质量项目引领高质量发展');
    expect(await page.shadow('.bar').attribute('role')).toBe('toolbar');
    await page.pointer.click(5, 400);
    await page.shadow('.bar').gone();
  });

  it('highlights a selection extended by keyboard, by Alt+M and a digit; the panel shows it at once', async () => {
    // Begun by pointer: Chromium extends a bare caret in a page only with caret browsing, which asks first.
    await select(page, '抱团');
    for (let i = 0; i < 2; i++) await page.press('Shift+ArrowRight');
    await page.waitFor(() => getSelection()?.toString() === '抱团取暖');
    await page.shadow('.bar').shown();
    await intoBar();
    await page.press('3');
    await eventually(() => listedIn(panel)).toMatchObject([{ quote: '抱团取暖', colour: '责任主体', note: '' }]);
    expect(await paintedWords(page, 3)).toEqual(['抱团取暖']);
  });

  it('goes along the bar by arrow keys and leaves it by Escape', async () => {
    await select(page, '以高质量项目引领高质量发展');
    await intoBar();
    await page.press('ArrowRight');
    expect(await focusedAction()).toBe('highlight-2');
    await page.press('ArrowLeft');
    await page.press('ArrowLeft');
    expect(await focusedAction()).toBe('panel');
    await page.press('Escape');
    await page.shadow('.bar').gone();
  });

  it('undoes a highlight from the toast', async () => {
    await highlight(page, 2, '坚持一张蓝图绘到底', '切实保障国土空间规划有效执行');
    await eventually(async () => (await quotes()).length).toBe(2);
    await page.shadow('.toast button[data-action=undo]').click();
    await eventually(async () => (await quotes()).length).toBe(1);
    await eventually(() => paintedWords(page, 2)).toEqual([]);
    await page.shadow('.toast').shown();
    expect(await page.shadow('.toast').text()).toContain('已撤销');
  });

  it('saves a note typed in Chinese and Latin, by its button', async () => {
    await select(page, '以高质量项目引领高质量发展');
    await page.shadow('.bar button[data-action=note]').click();
    await page.shadow('.note-editor .private-field').shown();
    expect(await page.shadow('.note-editor .quote').text()).toBe('以高质量项目引领高质量发展');
    await page.type('项目是抓手，check 12。\n第二行');
    await page.shadow('.note-editor button[data-action=save]').click();
    await page.shadow('.note-editor').gone();
    await eventually(async () => (await listedIn(panel)).map(({ note }) => note)).toContain(
      '项目是抓手，check 12。\n第二行',
    );
  });

  it('saves a note by Ctrl+Enter, and asks before it throws typed words away', async () => {
    await select(page, '关注民生防范风险');
    await intoBar();
    await page.press('ArrowLeft');
    await page.press('ArrowLeft');
    await page.press('ArrowLeft');
    await page.press('Enter');
    await page.shadow('.note-editor .private-field').shown();
    await page.compose('dixian', '底线');
    await page.press('Escape');
    await page.shadow('.toast-problem').shown();
    expect(await page.shadow('.note-editor').exists()).toBe(true);
    await page.type('要守住');
    await page.press('Control+Enter');
    await page.shadow('.note-editor').gone();
    await eventually(async () => (await listedIn(panel)).map(({ note }) => note)).toContain('底线要守住');
  });

  it('goes from the field to its buttons and back by Tab', async () => {
    await clickAt(page, '关注民生防范风险');
    await page.shadow('.note-card button[data-action=edit]').click();
    await page.shadow('.note-editor .private-field').shown();
    await page.press('Tab');
    await eventually(focusedAction).toBe('cancel');
    await page.press('Shift+Tab');
    await page.type('。');
    await page.press('Tab');
    await page.press('Tab');
    await eventually(focusedAction).toBe('save');
    await page.press('Enter');
    await page.shadow('.note-editor').gone();
    await eventually(async () => (await listedIn(panel)).map(({ note }) => note)).toContain('底线要守住。');
  });

  it('recolours, edits and deletes from the card of the highlight itself', async () => {
    await clickAt(page, '以高质量项目引领高质量发展');
    await page.shadow('.note-card').shown();
    expect(await page.evalInNote((document) => document.body.textContent)).toContain('项目是抓手');
    await page.shadow('.note-card button[data-action=recolour-4]').click();
    await eventually(() => paintedWords(page, 4)).toEqual(['以高质量项目引领高质量发展']);
    await eventually(async () => (await listedIn(panel)).map(({ colour }) => colour)).toContain('新提法');

    await page.shadow('.note-card button[data-action=edit]').click();
    await page.shadow('.note-editor .private-field').shown();
    await page.press('Control+A');
    await page.type('改过的笔记');
    await page.press('Control+Enter');
    await page.shadow('.note-editor').gone();
    await eventually(async () => (await listedIn(panel)).map(({ note }) => note)).toContain('改过的笔记');

    await clickAt(page, '以高质量项目引领高质量发展');
    await page.shadow('.note-card button[data-action=delete]').click();
    await page.shadow('.note-card').gone();
    await eventually(() => paintedWords(page, 4)).toEqual([]);
    expect(await quotes()).not.toContain('以高质量项目引领高质量发展');
    await page.shadow('.toast button[data-action=undo]').click();
    await eventually(() => paintedWords(page, 4)).toEqual(['以高质量项目引领高质量发展']);
    await eventually(quotes).toContain('以高质量项目引领高质量发展');
  });

  it('opens a highlight by a click on a term in it, and keeps it open though the pointer rests on the term', async () => {
    await highlight(page, 5, '坚持一张蓝图绘到底', '严肃性');
    await closeAll(page);
    await clickAt(page, '一张蓝图绘到底');
    await page.shadow('.note-card').shown();
    await letTimePass(page);
    expect(await page.shadow('.note-card').exists()).toBe(true);
    expect(await page.shadow('.card').exists()).toBe(false);
    await page.shadow('.note-card button[data-action=delete]').click();
    await eventually(() => paintedWords(page, 5)).toEqual([]);
  });

  it('saves once where a hand presses twice', async () => {
    await select(page, '因地制宜精准施策');
    await intoBar();
    await page.type('55');
    await eventually(() => paintedWords(page, 5)).toEqual(['因地制宜精准施策']);
    await letTimePass(page);
    expect((await quotes()).filter((quote) => quote === '因地制宜精准施策').length).toBe(1);
    await page.shadow('.toast button[data-action=undo]').click();
    await eventually(() => paintedWords(page, 5)).toEqual([]);
  });

  it('copies with the citation', async () => {
    await closeAll(page);
    await select(page, '科学规划建管并重');
    await page.shadow('.bar button[data-action=copy]').click();
    await page.shadow('.toast').shown();
    await eventually(() => page.shadow('.toast').text()).toContain('引文已复制');
    await panel.click('li[data-annotation-id] button[data-action=edit]');
    await panel.waitFor(() => document.activeElement?.localName === 'textarea');
    await panel.press('Control+A');
    await panel.press('Control+V');
    const pasted = await panel.waitFor(() => document.querySelector<HTMLTextAreaElement>('.note-form textarea')?.value);
    expect(pasted).toMatch(
      /^“科学规划建管并重”\n——武文罡\. 认真学习.*新篇章\[EB\/OL\]\. \(2022-02-10\)\[\d{4}-\d\d-\d\d\]\. http:/,
    );
    expect(pasted).toContain(ARTICLE);
    await panel.click('.note-form button[data-action=cancel]');
    await closeAll(page);
  });

  it('lists highlights in the order of the text and leads to each with a flash', async () => {
    const listed = await quotes();
    const places = await page.eval((words) => words.map((w) => document.body.textContent?.indexOf(w) ?? -1), listed);
    expect(listed.length).toBeGreaterThanOrEqual(3);
    expect(places).toEqual(places.toSorted((a, b) => a - b));

    await page.eval(() => scrollTo(0, 0));
    const last = listed.at(-1) ?? '';
    await itemDo(last, 'go');
    await page.waitFor(() => (CSS.highlights.get('yd6')?.size ?? 0) > 0);
    expect((await paintedWords(page, 6)).join('')).toBe(last);
    await page.waitFor(() => {
      const [range] = CSS.highlights.get('yd6') ?? [];
      const element = range?.startContainer.parentElement ?? document.querySelector('[data-never]');
      const box = element?.getBoundingClientRect();
      return scrollY > 0 && (!box || (box.top >= 0 && box.bottom <= innerHeight));
    });
    await page.waitFor(() => CSS.highlights.get('yd6')?.size === 0);
  });

  it('edits, deletes and undoes in the panel; the page follows', async () => {
    const before = await quotes();
    await page.textBox('抱团取暖');
    await itemDo('抱团取暖', 'edit');
    await panel.waitFor(() => document.activeElement?.localName === 'textarea');
    await panel.press('Control+A');
    await panel.type('在侧栏写的');
    await panel.press('Control+Enter');
    await eventually(() => listedIn(panel)).toContainEqual(expect.objectContaining({ note: '在侧栏写的' }));
    await itemDo('抱团取暖', 'delete');
    await eventually(quotes).toEqual(before.filter((quote) => quote !== '抱团取暖'));
    await eventually(() => paintedWords(page, 3)).toEqual([]);
    await panel.click('.notice button[data-action=undo]');
    await eventually(quotes).toEqual(before);
    await eventually(() => paintedWords(page, 3)).toEqual(['抱团取暖']);
  });

  it('exports the reading note as Markdown', async () => {
    await panel.click('button[data-action=export]');
    const file = await session.download('.md');
    expect(file.endsWith(`/${TITLE}.md`)).toBe(true);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(`# ${TITLE}\n`)).toBe(true);
    expect(text).toContain('- 作者：武文罡\n');
    expect(text).toContain(`<${ARTICLE}>`);
    const listed = await listedIn(panel);
    expect([...text.matchAll(/^> (.+)$/gm)].map((found) => found[1])).toEqual(listed.map(({ quote }) => quote));
    for (const { note } of listed) expect(text).toContain(note);
    expect(text).toMatch(/\\\[EB\/OL\\\]/);
  });

  it('has everything again after a reload and after a restart of the browser', async () => {
    const before = await listedIn(panel);
    const again = async () => {
      await page.textBox('抱团取暖');
      await eventually(() => paintedWords(page, 3)).toEqual(['抱团取暖']);
      await eventually(() => listedIn(panel)).toEqual(before);
    };
    await page.reload();
    await marked(page);
    await again();
    await session.close();
    await start();
    await again();
  });

  it('sends nothing anywhere', () => {
    expect(world.strays()).toEqual([]);
  });
});
