/** Has all pages read in a real browser by the extension as it ships, asked for by its own messages. */
import { open } from '../../tests/browser/driver/session';
import type { BrowserName, Page } from '../../tests/browser/driver/types';
import { startWorld, type WorldAnswer } from '../../tests/browser/driver/world';
import { type BundledModule, callInPage } from '../lib/bundled-module';
import { charsetToName } from '../lib/parse-page';
import type { ServedPage } from './agreement';
import type { MapCheck } from './in-page';

export interface SeenPage {
  readonly file: string;
  readonly text: string | null;
  /** Why there is no text. */
  readonly silent: string | null;
  readonly map: MapCheck | null;
}

export async function readInBrowser(
  name: BrowserName,
  served: readonly ServedPage[],
  module: BundledModule,
): Promise<SeenPage[]> {
  const byAddress = new Map(served.map((page) => [page.address.href, page]));
  const world = await startWorld(
    { '*.pages.gov.cn': ({ url }) => answerWith(byAddress.get(url.href)) },
    { secure: false },
  );
  const session = await open(name, { proxyPort: world.port });
  try {
    const panel = await session.newPage(`${session.base}/sidepanel.html`);
    const page = await session.newPage();
    const seen: SeenPage[] = [];
    for (const { file, address } of served) seen.push({ file, ...(await readPage(page, panel, address, module)) });
    return seen;
  } finally {
    await session.close();
    await world.close();
  }
}

/** The bytes as they are. The page's own scripts do not run: what they would fetch is not here. */
function answerWith(page: ServedPage | undefined): WorldAnswer {
  if (!page) return { status: 404, body: '' };
  const charset = charsetToName(page.bytes);
  return {
    headers: {
      'content-type': charset ? `text/html; charset=${charset}` : 'text/html',
      'content-security-policy': "script-src 'none'",
    },
    body: page.bytes,
  };
}

async function readPage(page: Page, panel: Page, address: URL, module: BundledModule): Promise<Omit<SeenPage, 'file'>> {
  try {
    await page.goto(address.href);
    const reading = await panel.eval(askForText, `${address.origin}/*`);
    return { ...reading, map: await callInPage<MapCheck | null>(page, 'page', module, 'checkMap') };
  } catch (error) {
    return { text: null, silent: String(error), map: null };
  }
}

/** Runs in a page of the extension: has the tab read as the popup's button does, and asks what was read. */
async function askForText(pattern: string): Promise<{ text: string | null; silent: string | null }> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const [tab] = await api.tabs.query({ url: pattern });
  await api.runtime.sendMessage({ yandu: 1, type: 'page.read-tab', payload: { tabId: tab.id } });
  const ask = async (type: string) => {
    const reply = await api.tabs.sendMessage(tab.id, { yandu: 1, type, payload: {} }, { frameId: 0 });
    return reply?.ok ? reply.value : null;
  };
  const text = await ask('page.text');
  return { text: text?.text ?? null, silent: (await ask('page.state'))?.silent ?? null };
}
