import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Target } from 'puppeteer-core';
import { CHROME_ID } from '../../../core/identity';
import { ChromiumEngine } from './chromium-engine';
import { waitForDownload } from './downloads';
import { forgetGroup, killGroup, rememberGroup, removeFolder, temporaryFolder } from './leftovers';
import { DrivenPage } from './page';
import type { OpenOptions, Page, Session } from './types';
import { until } from './until';

/** Opens Chromium through puppeteer's pipe and installs the built extension in it. */
export async function openChromium(options: OpenOptions): Promise<Session> {
  const profile = options.profile ?? temporaryFolder('chromium');
  const downloads = join(profile, 'downloads');
  const browser = await launch(options, profile, downloads);
  const group = browser.process()?.pid;
  if (group !== undefined) rememberGroup(group);
  const ended = () => {
    if (group !== undefined) forgetGroup(group);
  };
  const folder = options.extension ?? '.output/chrome-mv3';
  const id = options.extension === null ? CHROME_ID : await install(browser, folder);
  const base = `chrome-extension://${id}`;

  return {
    name: 'chrome',
    base,
    profile,
    downloads,
    newPage: async (url) => {
      const page = new DrivenPage(new ChromiumEngine(await browser.newPage()));
      if (url !== undefined) await page.goto(url);
      return page;
    },
    tabAt: async (address) => {
      const target = await browser.waitForTarget((t) => t.type() === 'page' && t.url().startsWith(address));
      return new DrivenPage(new ChromiumEngine(await target.asPage()));
    },
    install: async () => void (await install(browser, folder)),
    sidePanel: async ({ open = true } = {}) => {
      const already = await findPanel(browser, base);
      if (already) return already;
      if (open) await openPanel(browser, base);
      return until('the side panel', () => findPanel(browser, base)) as Promise<Page>;
    },
    popup: (page) => openPopup(browser, id, page),
    download: (suffix) => waitForDownload(downloads, suffix),
    close: async () => {
      await browser.close();
      ended();
      if (options.profile === undefined) removeFolder(profile);
    },
    kill: async () => {
      const child = browser.process();
      const gone = new Promise((done) => child?.once('exit', done));
      if (group !== undefined) killGroup(group);
      await gone;
    },
  };
}

function launch({ proxyPort, locale = 'zh-CN', executable }: OpenOptions, profile: string, downloads: string) {
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: executable ?? process.env.YANDU_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    userDataDir: profile,
    defaultViewport: null,
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
    // On Linux only this variable sets the interface's language; `--lang` is passed over.
    env: { ...process.env, LANGUAGE: locale.replace('-', '_') },
    args: [
      '--no-sandbox',
      '--enable-unsafe-extension-debugging',
      '--window-size=1280,900',
      `--proxy-server=127.0.0.1:${proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      '--disable-features=HttpsUpgrades',
    ],
  });
}

async function install(browser: Browser, folder: string): Promise<string> {
  const id = await browser.installExtension(resolve(folder));
  await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(id));
  return id;
}

/** The panel is the one document of sidepanel.html that knows no tab of its own. */
async function findPanel(browser: Browser, base: string): Promise<Page | null> {
  for (const target of browser.targets()) {
    if (!target.url().startsWith(`${base}/sidepanel.html`)) continue;
    const page = await embedded(target);
    const inTab = await page.eval(
      async () => (await (globalThis as unknown as ExtensionGlobal).chrome.tabs.getCurrent()) !== undefined,
    );
    if (!inTab) return page;
  }
  return null;
}

/**
 * Opens the panel of the current window by a user gesture in a document of the extension that runs nothing of ours:
 * its manifest, shown in a tab in the background, so that the tab in front stays in front.
 */
async function openPanel(browser: Browser, base: string): Promise<void> {
  const cdp = await browser.target().createCDPSession();
  const url = `${base}/manifest.json`;
  const { targetId } = await cdp.send('Target.createTarget', { url, background: true });
  try {
    const helper = await browser.waitForTarget((target) => target.url() === url);
    const session = await helper.createCDPSession();
    await until('the extension interfaces in its own document', async () => {
      const { result } = await session.send('Runtime.evaluate', {
        expression: "typeof chrome?.sidePanel === 'object'",
      });
      return result.value === true;
    });
    const { exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: 'chrome.windows.getCurrent().then(({ id }) => chrome.sidePanel.open({ windowId: id }))',
      userGesture: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(`no side panel: ${exceptionDetails.exception?.description}`);
  } finally {
    await cdp.send('Target.closeTarget', { targetId });
    await cdp.detach();
  }
}

async function openPopup(browser: Browser, id: string, page: Page): Promise<Page> {
  if (!(page instanceof DrivenPage) || !(page.engine instanceof ChromiumEngine)) throw new Error('not a Chromium page');
  await page.engine.page.bringToFront();
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error(`no extension ${id} in this browser`);
  await extension.triggerAction(page.engine.page);
  return embedded(await browser.waitForTarget((target) => target.url().startsWith(`chrome-extension://${id}/popup`)));
}

async function embedded(target: Target): Promise<Page> {
  return new DrivenPage(new ChromiumEngine(await target.asPage(), true));
}

interface ExtensionGlobal {
  chrome: { tabs: { getCurrent(): Promise<unknown> } };
}
