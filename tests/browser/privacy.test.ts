/** What a page can learn of us and of what is typed on it: that we are there, and no word of a note. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHROME_ID } from '../../core/identity';
import { open } from './driver/session';
import type { Page, Session } from './driver/types';
import { html, type World } from './driver/world';
import {
  BROWSERS,
  cardTerm,
  clickAt,
  closeAll,
  HOST,
  LOGGER,
  letTimePass,
  marked,
  pointAt,
  read,
  samplePage,
  select,
  startSite,
} from './support/site';
import { learned, snoopingPage, snoopNow } from './support/snoop';

const SNOOPING = `${HOST}/zwyw/lldy/t20220304_2000.html`;
const SANDBOXED = `${HOST}/zwyw/lldy/t20220304_3000.html`;
const BLANK = `${HOST}/blank`;
/** Every word of the note, and what is composed on the way to one. */
const SECRETS = ['Latin-secret', '汉字机密', 'clipboard-secret', '剪贴机密', 'zuci', '组词机密'];

describe.each(BROWSERS)('privacy in %s', (name) => {
  let world: World;
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    world = await startSite(({ url }) => {
      if (url.href === SNOOPING) return html(snoopingPage());
      const sandbox = { 'content-security-policy': 'sandbox allow-scripts' };
      if (url.href === SANDBOXED) return html(samplePage('key-logger.html'), sandbox);
      return html('<!doctype html><title>空白</title><textarea></textarea>');
    });
    session = await open(name, { proxyPort: world.port });
    page = await session.newPage();
    await page.setViewport(1280, 900);
  });

  afterEach(() => closeAll(page));

  afterAll(async () => {
    await session.close();
    await world.close();
  });

  it('lets the page hear no word of a note that is typed, pasted, composed, selected, saved and read again', async () => {
    await fillClipboard(session, 'clipboard-secret剪贴机密');
    await read(page, SNOOPING);
    await select(page, '坚持生态优先');
    await page.shadow('.bar button[data-action=note]').click();
    await page.shadow('.note-editor .private-field').shown();
    await page.type('Latin-secret 汉字机密');
    await page.press('Control+V');
    await page.compose('zuci', '组词机密');
    const typed = 'Latin-secret 汉字机密clipboard-secret剪贴机密组词机密';
    expect(await noteField(page)).toBe(typed);
    await page.eval(snoopNow);
    await page.press('Control+A');
    await page.press('Control+C');
    await page.eval(snoopNow);
    await page.press('ArrowRight');
    await page.press('Shift+Home');
    await page.eval(snoopNow);
    await page.press('Control+X');
    await page.press('Control+V');
    const box = await page.shadow('.note-editor .private-field').box();
    await page.pointer.drag({ x: box.x + 12, y: box.y + 18 }, { x: box.x + 150, y: box.y + 18 });
    await page.pointer.move(box.x + 20, box.y - 10);
    await page.eval(snoopNow);
    expect(await noteField(page)).toBe(typed);
    // By its button: a page that searches takes the focus with it.
    await page.shadow('.note-editor button[data-action=save]').click();
    await page.shadow('.note-editor').gone();

    await clickAt(page, '坚持生态优先');
    await page.shadow('.note-card .private-text').shown();
    const card = await page.shadow('.note-card .private-text').box();
    expect(await page.evalInNote((document) => document.body.textContent)).toBe(typed);
    await page.pointer.drag({ x: card.x + 14, y: card.y + 18 }, { x: card.x + 120, y: card.y + 18 });
    await page.eval(snoopNow);

    // What the page has selected opens the bar in the card's place.
    await page.eval(() => getSelection()?.removeAllRanges());
    await closeAll(page);
    await clickAt(page, '坚持生态优先');
    await page.shadow('.note-card button[data-action=edit]').click();
    await page.shadow('.note-editor .private-field').shown();
    await page.eval(snoopNow);

    const told = await page.eval(learned);
    for (const secret of SECRETS) expect(told).not.toContain(secret);
  });

  it('is watched by a page that can hear: its own field gives everything away', async () => {
    await read(page, SNOOPING);
    await page.click('#own');
    await page.type('Latin-secret');
    const told = await page.eval(learned);
    expect(told).toContain('Latin-secret');
    expect(told).toContain('"key":"L"');
  });

  it('keeps the events of its fields to itself, at window and document, in both phases', async () => {
    await read(page, LOGGER);
    await select(page, '坚持生态优先');
    await page.shadow('.bar button[data-action=note]').click();
    await page.shadow('.note-editor .private-field').shown();
    await page.eval(() => (window as unknown as { recorded: unknown[] }).recorded.splice(0));
    await page.type('abc');
    await page.compose('zuci', '组词机密');
    await page.press('Control+A');
    await page.press('Control+C');
    await page.press('Control+V');
    await page.press('Control+Enter');
    await page.shadow('.note-editor').gone();
    const types = await page.eval(() =>
      (window as unknown as { recorded: { type: string }[] }).recorded.map(({ type }) => type),
    );
    expect(types.filter((type) => !['selectionchange', 'poll'].includes(type))).toEqual([]);
  });

  it('keeps keys in the bar and in a card to itself', async () => {
    await read(page, LOGGER);
    const keys = () =>
      page.eval(() =>
        (window as unknown as { recorded: { key: string }[] }).recorded.map(({ key }) => key).filter((key) => key),
      );
    await page.press('Alt+J');
    expect(await cardTerm(page)).toBe('新发展理念');
    const before = (await keys()).length;
    await page.press('ArrowRight');
    await page.press('Tab');
    await page.press('ArrowLeft');
    await page.press('Escape');
    await page.shadow('.card').gone();
    expect((await keys()).filter((key) => key !== 'Escape').length).toBe(before);
  });

  it('sends typing to the side panel in a page that has taken every listener away', async () => {
    await page.goto(BLANK);
    // An empty page that writes its article later, over its own document: nobody's listeners survive that.
    await page.eval((markup) => {
      document.open();
      document.write(markup);
      document.close();
    }, samplePage('key-logger.html'));
    await marked(page);
    await pointAt(page, '枫桥');
    expect(await cardTerm(page)).toBe('枫桥经验');
    await closeAll(page);
    await noteGoesToPanel(session, page);
  });

  it('sends typing to the side panel in a page without an origin, where no frame of ours could be reached', async () => {
    await read(page, SANDBOXED);
    await noteGoesToPanel(session, page);
  });

  it('says nothing to the page, and cannot be switched off by it', async () => {
    await page.goto(BLANK);
    await page.eval(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const place of [window, document, document.documentElement])
        place.addEventListener('message', (event) => heard.push(String((event as MessageEvent).data)));
      const dispatch = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function (event) {
        heard.push(event.type);
        return dispatch.call(this, event);
      };
    });
    await letTimePass(page);
    expect(await page.eval(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);

    await read(page, LOGGER);
    const id = session.base.replace(/^.*\/\//, '');
    expect(await page.eval(() => document.documentElement.outerHTML)).not.toContain(id);
    await page.eval((extensionId) => {
      for (const script of ['detector', 'page', 'content', 'background'])
        for (const type of [`${extensionId}:${script}:wxt:content-script-started`, 'wxt:content-script-started']) {
          document.dispatchEvent(new CustomEvent(type, { detail: { contentScriptName: script, messageId: '1' } }));
          window.dispatchEvent(new CustomEvent(type, { detail: { contentScriptName: script, messageId: '1' } }));
          postMessage({ type, contentScriptName: script, messageId: '1' }, '*');
        }
    }, id);
    await letTimePass(page);
    expect(await page.eval(() => CSS.highlights.get('yd0')?.size ?? 0)).toBeGreaterThan(0);
    await pointAt(page, '枫桥');
    expect(await cardTerm(page)).toBe('枫桥经验');
  });

  it('acts on hands only, not on events that a script makes', async () => {
    await read(page, SNOOPING);
    const term = await page.textBox('枫桥');
    const host = await page.eval(({ x, y, width, height }) => {
      const element = document.querySelector('yandu-layer');
      const at = { bubbles: true, composed: true, cancelable: true, clientX: x + width / 2, clientY: y + height / 2 };
      const below = document.elementFromPoint(at.clientX, at.clientY) ?? document.body;
      for (const type of ['pointermove', 'pointerdown', 'pointerup']) below.dispatchEvent(new PointerEvent(type, at));
      below.dispatchEvent(new MouseEvent('click', at));
      const key = { key: 'j', code: 'KeyJ', altKey: true, bubbles: true, composed: true };
      for (const place of [window, document.body, element ?? document])
        place.dispatchEvent(new KeyboardEvent('keydown', key));
      return { found: element !== null, root: element?.shadowRoot ?? null };
    }, term);
    expect(host).toEqual({ found: true, root: null });
    await letTimePass(page);
    expect(await page.evalInLayer((root) => root.querySelector('.floating') === null)).toBe(true);

    // Even with the bar open and its root in hand, as a page of Firefox may have it, nothing is saved.
    await select(page, '坚持生态优先');
    const before = await page.eval(() => CSS.highlights.get('yd1')?.size);
    await page.eval(snoopNow);
    await page.eval(() => {
      for (const root of (window as unknown as { roots: Set<ShadowRoot> }).roots)
        for (const button of root.querySelectorAll('button')) button.click();
      const digit = { key: '1', code: 'Digit1', bubbles: true, composed: true };
      document.querySelector('yandu-layer')?.dispatchEvent(new KeyboardEvent('keydown', digit));
    });
    await letTimePass(page);
    expect(await page.shadow('.toast').exists()).toBe(false);
    expect(await page.eval(() => CSS.highlights.get('yd1')?.size)).toBe(before);
  });

  it('has nothing that a page could fetch', async () => {
    await page.goto(BLANK);
    const bases = [session.base, `chrome-extension://${CHROME_ID}`];
    for (const base of bases)
      for (const file of ['manifest.json', 'popup.html', 'content-scripts/page.js', 'icon/32.png'])
        expect(
          await page.eval(
            (url) =>
              fetch(url).then(
                () => 'fetched',
                () => 'failed',
              ),
            `${base}/${file}`,
          ),
        ).toBe('failed');
  });

  it('sends nothing anywhere', () => {
    expect(world.strays()).toEqual([]);
  });
});

describe.each(BROWSERS)('a page that was open before the extension, in %s', (name) => {
  it('is read at the earliest when asked or reloaded, and never offers typing before that', async () => {
    const world = await startSite();
    const session = await open(name, { proxyPort: world.port, extension: null });
    try {
      const page = await session.newPage();
      await page.setViewport(1280, 900);
      await page.goto(LOGGER);
      await session.install();
      // Firefox runs content scripts in pages that are open; Chromium leaves them until the popup is asked.
      if (name === 'chrome') {
        await letTimePass(page);
        expect(await page.eval(() => CSS.highlights.size)).toBe(0);
        const popup = await session.popup(page);
        await popup.click('button[data-action=read]');
      }
      await page.waitFor(() => (CSS.highlights.get('yd0')?.size ?? 0) > 0);
      await noteGoesToPanel(session, page);

      await read(page, LOGGER);
      await select(page, '严格落实河湖长制');
      await page.shadow('.bar button[data-action=note]').click();
      await page.shadow('.note-editor .private-field').shown();
      expect(world.strays()).toEqual([]);
    } finally {
      await session.close();
      await world.close();
    }
  });
});

/** 记笔记 where typing would not be private: no editor in the page, the note's field in the panel or in a tab of ours. */
async function noteGoesToPanel(session: Session, page: Page): Promise<void> {
  await select(page, '坚持生态优先');
  await page.shadow('.bar button[data-action=note]').click();
  const panel =
    session.name === 'chrome'
      ? await session.sidePanel({ open: false })
      : await session.tabAt(`${session.base}/sidepanel.html`);
  await panel.waitFor(() => document.activeElement?.localName === 'textarea');
  expect(await page.shadow('.note-editor').exists()).toBe(false);
  await panel.type('写在侧栏');
  await panel.press('Control+Enter');
  await panel.waitFor(() =>
    [...document.querySelectorAll('.note-body')].some((note) => note.textContent === '写在侧栏'),
  );
  if (session.name === 'firefox') await panel.close();
}

function noteField(page: Page): Promise<string | null> {
  return page.evalInNote((document) => document.querySelector('textarea')?.value ?? null);
}

async function fillClipboard(session: Session, text: string): Promise<void> {
  const page = await session.newPage(BLANK);
  await page.click('textarea');
  await page.type(text);
  await page.press('Control+A');
  await page.press('Control+C');
  await page.close();
}
