/** Messages of the wrong shape, version or sender are refused, and nobody falls over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MESSAGE_VERSION, seal } from '../../core/envelope';
import { type BackgroundInput, type BackgroundRequest, type PageState, SENDERS } from '../../core/messages';
import { open } from './driver/session';
import type { Page, Session } from './driver/types';
import type { World } from './driver/world';
import {
  ARTICLE,
  BROWSERS,
  eventually,
  highlight,
  LOGGER,
  listedIn,
  paintedWords,
  pointAway,
  read,
  startSite,
} from './support/site';

const REFUSED = { ok: false, reason: 'refused' };
const KNOWN_TERM = seal('terms.explain', { conceptId: 'san-qu-san-xian' });

const WRONG: readonly unknown[] = [
  null,
  '',
  'terms.explain',
  7,
  true,
  [],
  {},
  [KNOWN_TERM],
  { ...KNOWN_TERM, yandu: MESSAGE_VERSION + 1 },
  { ...KNOWN_TERM, yandu: String(MESSAGE_VERSION) },
  { ...KNOWN_TERM, more: 1 },
  { type: 'terms.explain', payload: { conceptId: 'san-qu-san-xian' } },
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '', 'terms', 'x'.repeat(100_000)].map(
    (type) => seal(type, {}),
  ),
  seal('terms.explain', undefined),
  seal('terms.explain', null),
  seal('terms.explain', {}),
  seal('terms.explain', { conceptId: 7 }),
  seal('terms.explain', { conceptId: '' }),
  seal('terms.explain', { conceptId: 'x'.repeat(65) }),
  seal('terms.explain', { conceptId: 'x', more: 1 }),
  JSON.parse(`{"yandu":${MESSAGE_VERSION},"type":"terms.explain","payload":{"conceptId":"x","__proto__":{"ok":true}}}`),
  seal('annotation.update', { id: 'x', colour: 9 }),
  seal('annotation.update', { id: 'x', colour: '1' }),
  seal('annotation.update', { id: ['x'] }),
  seal('annotation.delete', { id: { toString: 'x' } }),
  seal('operation.undo', 'x'),
];

const ARTICLE_SENT = { facts: {}, text: '正文' };
/** One request of the right shape for each kind: only its sender can be wrong. */
const RIGHT: { readonly [K in BackgroundRequest]: BackgroundInput<K> } = {
  'page.candidate': {},
  'page.changed': {},
  'page.read-tab': { tabId: 1 },
  'article.opened': ARTICLE_SENT,
  'terms.match': { text: '三区三线' },
  'terms.explain': { conceptId: 'san-qu-san-xian' },
  'annotation.create': {
    document: ARTICLE_SENT,
    target: {
      quote: { type: 'TextQuoteSelector', exact: '正文', prefix: '', suffix: '' },
      position: { type: 'TextPositionSelector', start: 0, end: 2 },
    },
    colour: 1,
    body: '',
  },
  'annotation.update': { id: 'none' },
  'annotation.delete': { id: 'none' },
  'operation.undo': { operationId: 'none' },
  'document.correct': { document: ARTICLE_SENT, name: 'title', value: '题' },
  'site.enable': { host: 'example.com' },
  'panel.open': {},
};
const sentBy = (who: 'page' | 'extension') =>
  Object.entries(RIGHT).filter(([type]) => SENDERS[type as BackgroundRequest] === who);

describe.each(BROWSERS)('messages in %s', (name) => {
  let world: World;
  let session: Session;
  let page: Page;
  let own: Page;

  beforeAll(async () => {
    world = await startSite();
    session = await open(name, { proxyPort: world.port });
    page = await session.newPage();
    await page.setViewport(1280, 900);
    await read(page, ARTICLE);
    own = await session.newPage(`${session.base}/popup.html`);
    await own.text('[data-part=verdict]');
  });

  afterAll(async () => {
    await session.close();
    await world.close();
  });

  it('refuses what is no request, from our own pages', async () => {
    expect(await answers(own, 'eval', WRONG)).toEqual(WRONG.map(() => REFUSED));
    expect(await answers(own, 'eval', [KNOWN_TERM])).toMatchObject([{ ok: true, value: { id: 'san-qu-san-xian' } }]);
  });

  it('refuses what is no request, from a script in a page', async () => {
    expect(await answers(page, 'evalInContentScript', WRONG)).toEqual(WRONG.map(() => REFUSED));
    expect(await answers(page, 'evalInContentScript', [KNOWN_TERM])).toMatchObject([{ ok: true }]);
  });

  it.each(sentBy('page'))('refuses %s from our own pages', async (type, payload) => {
    expect(await answers(own, 'eval', [seal(type, payload)])).toEqual([REFUSED]);
  });

  it.each(sentBy('extension'))('refuses %s from a script in a page', async (type, payload) => {
    expect(await answers(page, 'evalInContentScript', [seal(type, payload)])).toEqual([REFUSED]);
  });

  it('refuses what is no request to a page, and answers the next one', async () => {
    const told = await own.eval(
      async (address, messages, state) => {
        const { tabs } = (globalThis as unknown as ExtensionGlobal).chrome;
        const [tab] = await tabs.query({ url: `${address}*` });
        const replies = [];
        for (const message of [...messages, state]) replies.push(await tabs.sendMessage(tab?.id ?? -1, message));
        return replies;
      },
      ARTICLE,
      [
        {},
        seal('__proto__', {}),
        seal('page.reveal', {}),
        seal('terms.match', { text: '' }),
        { yandu: 0 },
      ] as unknown[],
      seal('page.state', {}) as unknown,
    );
    expect(told.slice(0, -1)).toEqual(Array.from({ length: 5 }, () => REFUSED));
    expect(told.at(-1)).toMatchObject({ ok: true, value: { silent: null } });
  });

  it('lets a page change nothing that belongs to another', async () => {
    await highlight(page, 2, '科学规划建管并重');
    const id = await own.eval(
      async (address, request) => {
        const { tabs } = (globalThis as unknown as ExtensionGlobal).chrome;
        const [tab] = await tabs.query({ url: `${address}*` });
        const reply = (await tabs.sendMessage(tab?.id ?? -1, request)) as { value: PageState };
        return Object.keys(reply.value.article?.anchors ?? {})[0] ?? '';
      },
      ARTICLE,
      seal('page.state', {}) as unknown,
    );
    expect(id.length).toBeGreaterThan(10);
    const other = await session.newPage();
    await read(other, LOGGER);
    const changes = [seal('annotation.update', { id, body: '别人写的' }), seal('annotation.delete', { id })];
    expect(await answers(other, 'evalInContentScript', changes)).toEqual(
      changes.map(() => ({ ok: false, reason: 'not-found' })),
    );
    await other.close();
    expect(await paintedWords(page, 2)).toEqual(['科学规划建管并重']);
    await pointAway(page);
    const side = await session.sidePanel();
    await eventually(() => listedIn(side)).toMatchObject([{ quote: '科学规划建管并重', note: '' }]);
  });

  it('gives a page no way to send at all', async () => {
    expect(
      await page.eval(() => {
        const { chrome, browser } = globalThis as unknown as { chrome?: Partial<ExtensionApi>; browser?: unknown };
        return [typeof chrome?.runtime?.sendMessage, typeof browser];
      }),
    ).toEqual(['undefined', 'undefined']);
    expect(world.strays()).toEqual([]);
  });
});

interface ExtensionApi {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: {
    query(which: object): Promise<{ id?: number }[]>;
    sendMessage(tabId: number, message: unknown): Promise<unknown>;
  };
}

interface ExtensionGlobal {
  chrome: ExtensionApi;
}

/** What the background answers to each message, one after the other. */
function answers(page: Page, world: 'eval' | 'evalInContentScript', messages: readonly unknown[]): Promise<unknown[]> {
  // As text: in source code, `__proto__` in an object would be no key of it.
  const sent = messages.map((message) => JSON.stringify(message));
  return page[world](async (all: readonly string[]) => {
    const { runtime } = (globalThis as unknown as ExtensionGlobal).chrome;
    const replies: unknown[] = [];
    for (const message of all) replies.push(await runtime.sendMessage(JSON.parse(message)));
    return replies;
  }, sent);
}
