/**
 * What axe finds on our own pages and on the surfaces that we put over a page.
 *
 * The surfaces live under a closed root, where axe does not look; an extension page cannot mount them without a build
 * for tests. So their markup and styles are taken out of the real layer and put into an empty page under the layer's
 * own tag, in an open root: axe sees the same elements, colours, names and roles. It does not see behaviour (focus,
 * keys, live regions speaking), nor how our root and the page around it look as one; tests/browser/terms.test.ts and
 * slice.test.ts press the keys. A frame with a note is looked at by itself.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open } from './driver/session';
import type { Page, Session } from './driver/types';
import { html, type World } from './driver/world';
import { violationsIn } from './support/axe';
import {
  ARTICLE,
  articlePage,
  BROWSERS,
  clickAt,
  closeAll,
  eventually,
  HOST,
  highlight,
  LIST,
  listedIn,
  marked,
  read,
  select,
  startSite,
} from './support/site';

const BLANK = `${HOST}/blank`;
const UNDECIDED = `${HOST}/zwyw/hyyw/t20220301_1.html`;

const SURFACES: { surface: string; show: (page: Page) => Promise<void> }[] = [
  {
    surface: 'the card of a term',
    show: async (page) => {
      await clickAt(page, '三线');
      await page.shadow('.card .parts').shown();
    },
  },
  {
    surface: 'the card of a term with several meanings',
    show: async (page) => {
      await read(page, UNDECIDED);
      await clickAt(page, '三权分置');
      await page.shadow('.card .sense').shown();
    },
  },
  { surface: 'the selection bar', show: (page) => select(page, '科学规划建管并重') },
  {
    surface: 'the editor of a note',
    show: async (page) => {
      await select(page, '科学规划建管并重');
      await page.shadow('.bar button[data-action=note]').click();
      await page.shadow('.note-editor .private-field').shown();
    },
  },
  {
    surface: 'the card of a highlight, and a message with its undo',
    show: async (page) => {
      await clickAt(page, '关注民生防范风险');
      await page.shadow('.note-card .private-text').shown();
      await page.shadow('.note-card button[data-action=recolour-4]').click();
      await page.shadow('.note-card button[data-action=edit]').click();
      await page.shadow('.note-editor .private-field').shown();
      await page.press('Control+Enter');
      await page.shadow('.toast').shown();
      await clickAt(page, '关注民生防范风险');
      await page.shadow('.note-card .private-text').shown();
    },
  },
];

describe.each(BROWSERS)('accessibility in %s', (name) => {
  let world: World;
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    world = await startSite(({ url }) =>
      url.href === UNDECIDED
        ? html(articlePage({ paragraphs: ['会议强调，要继续探索“三权分置”。'] }))
        : html(
            '<!doctype html><html lang="zh-CN"><head><title>空白</title></head><body><main><h1>空白</h1></main></body></html>',
          ),
    );
    session = await open(name, { proxyPort: world.port });
    page = await session.newPage();
    await page.setViewport(1280, 900);
    await read(page, ARTICLE);
    await highlight(page, 3, '科学规划建管并重');
    await select(page, '关注民生防范风险');
    await page.shadow('.bar button[data-action=note]').click();
    await page.shadow('.note-editor .private-field').shown();
    await page.type('要守住底线。');
    await page.press('Control+Enter');
    await page.shadow('.note-editor').gone();
  });

  afterAll(async () => {
    await session.close();
    await world.close();
  });

  it.each(['light', 'dark'])('finds nothing wrong with the side panel, %s', async (theme) => {
    const panel = await session.sidePanel();
    await panel.emulateDark(theme === 'dark');
    await eventually(async () => (await listedIn(panel)).length).toBe(2);
    expect(await violationsIn(panel)).toEqual([]);
    await panel.click('li[data-annotation-id] button[data-action=edit]');
    await panel.waitFor(() => document.activeElement?.localName === 'textarea');
    expect(await violationsIn(panel)).toEqual([]);
    await panel.click('.note-form button[data-action=cancel]');
    await panel.emulateDark(false);
  });

  it.each(['light', 'dark'])('finds nothing wrong with the panel without an article, %s', async (theme) => {
    const empty = await session.newPage(`${session.base}/sidepanel.html?tab=999999`);
    await empty.emulateDark(theme === 'dark');
    await empty.text('.panel-empty');
    expect(await violationsIn(empty)).toEqual([]);
    await empty.close();
  });

  it.each(['light', 'dark'])('finds nothing wrong with the popup, %s', async (theme) => {
    for (const address of [ARTICLE, LIST]) {
      await page.goto(address);
      if (address === ARTICLE) await marked(page);
      const popup = await session.popup(page);
      await popup.emulateDark(theme === 'dark');
      await popup.waitFor(() => document.querySelector('.signals') !== null);
      await popup.eval(() => document.querySelector('details')?.setAttribute('open', ''));
      expect(await violationsIn(popup), address).toEqual([]);
      await popup.close().catch(() => undefined);
    }
  });

  it('finds nothing wrong with what stands over a page, light and dark', async () => {
    const taken: Taken[] = [];
    for (const { surface, show } of SURFACES) {
      await read(page, ARTICLE);
      await show(page);
      for (const piece of [await page.evalInLayer(takeApart), await page.evalInNote(takeApart)])
        if (piece) taken.push({ surface, ...piece });
      await closeAll(page);
    }
    expect(taken.length).toBe(SURFACES.length + 2);
    const blank = await session.newPage(BLANK);
    await blank.eval(mount, taken);
    expect(await violationsIn(blank)).toEqual([]);
  });
});

interface Piece {
  readonly markup: string;
  readonly styles: string;
}

interface Taken extends Piece {
  readonly surface: string;
}

/** Markup and styles of a root; of a document, its body as a box on the ground of a card. */
function takeApart(root: ShadowRoot | Document): Piece {
  const sheets = [...(root.adoptedStyleSheets ?? []), ...[...root.querySelectorAll('style')].map(({ sheet }) => sheet)];
  const body = 'body' in root ? root.body : null;
  const ground = 'background: var(--surface); color: var(--text); font: 14px/1.6 var(--font-ui)';
  return {
    markup: body
      ? `<div class="${body.className}" style="${ground}">${body.innerHTML}</div>`
      : (root as ShadowRoot).innerHTML,
    styles: sheets.flatMap((sheet) => [...(sheet?.cssRules ?? [])].map((rule) => rule.cssText)).join('\n'),
  };
}

/** Puts every piece into an open root, once for each theme, one below the other. */
function mount(pieces: readonly Taken[]): void {
  for (const theme of ['light', 'dark'])
    for (const { surface, markup, styles } of pieces) {
      const host = document.createElement('yandu-layer');
      host.title = `${surface}, ${theme}`;
      host.dataset.theme = theme;
      const root = host.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      // As in the product, but in the flow, so that none covers another, and without fading in.
      sheet.replaceSync(`${styles}
        :host, .floating, .toasts { position: static !important; transform: none !important; display: block !important }
        :host { width: 400px !important; height: auto !important }
        * { animation: none !important; transition: none !important }`);
      root.adoptedStyleSheets = [sheet];
      root.innerHTML = markup;
      document.querySelector('main')?.append(host);
    }
}
