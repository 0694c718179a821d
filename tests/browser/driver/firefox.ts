import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FIREFOX_ID } from '../../../core/identity';
import { waitForDownload } from './downloads';
import type { ExtensionParentModule, RemoteBrowser } from './firefox-chrome';
import { FirefoxEmbedded } from './firefox-embedded';
import { FIREFOX_HOST, KEEP_STORAGE, type Prefs } from './firefox-prefs';
import { startFirefox } from './firefox-process';
import { FirefoxRemote } from './firefox-remote';
import { FirefoxTab } from './firefox-tab';
import { removeFolder, temporaryFolder } from './leftovers';
import { DrivenPage } from './page';
import type { OpenOptions, Page, Session } from './types';
import { until } from './until';

/** Opens Firefox with Marionette and installs the built extension in it. */
export async function openFirefox(options: OpenOptions): Promise<Session> {
  const profile = options.profile ?? temporaryFolder('firefox');
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads, { recursive: true });
  const firefox = await startFirefox(
    options.executable ?? process.env.YANDU_FIREFOX ?? '/usr/bin/firefox-esr',
    profile,
    prefs(options.proxyPort, options.locale ?? 'zh-CN', downloads),
  );
  const remote = new FirefoxRemote(firefox.marionette);
  const folder = resolve(options.extension ?? '.output/firefox-mv3');
  if (options.extension !== null) await remote.installExtension(folder);

  return {
    name: 'firefox',
    base: `moz-extension://${FIREFOX_HOST}`,
    profile,
    downloads,
    newPage: async (url) => {
      const page = new DrivenPage(new FirefoxTab(remote, await remote.newTab()));
      if (url !== undefined) await page.goto(url);
      return page;
    },
    tabAt: async (address) => {
      const handle = (await until(`a tab at ${address}`, () => remote.tabAt(address))) as string;
      return new DrivenPage(new FirefoxTab(remote, handle));
    },
    install: () => remote.installExtension(folder),
    sidePanel: async ({ open = true } = {}) => {
      if (open) await remote.inBrowser(openSidebar, FIREFOX_ID);
      return loaded(new FirefoxEmbedded(remote, findSidebar), 'the sidebar');
    },
    popup: async (page) => {
      if (!(page instanceof DrivenPage) || !(page.engine instanceof FirefoxTab)) throw new Error('not a Firefox tab');
      await remote.inFrontTab(page.engine.handle, async () => undefined);
      await remote.inBrowser(pressToolbarButton, FIREFOX_ID);
      return loaded(new FirefoxEmbedded(remote, findPopup), 'the popup');
    },
    download: (suffix) => waitForDownload(downloads, suffix),
    close: async () => {
      await firefox.quit();
      if (options.profile === undefined) removeFolder(profile);
    },
    kill: () => firefox.kill(),
  };
}

function prefs(proxyPort: number, locale: string, downloads: string): Prefs {
  return {
    ...KEEP_STORAGE,
    'browser.download.alwaysOpenPanel': false,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.dir': downloads,
    'browser.download.folderList': 2,
    'browser.download.useDownloadDir': true,
    'dom.security.https_first': false,
    'dom.security.https_first_schemeless': false,
    'intl.accept_languages': locale === 'zh-CN' ? 'zh-CN,zh' : 'en-US,en',
    'intl.locale.requested': locale,
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.type': 1,
  };
}

async function loaded(engine: FirefoxEmbedded, what: string): Promise<Page> {
  await until(`${what} to be loaded`, () =>
    engine.run(
      'page',
      String(() => document.readyState === 'complete' && location.protocol === 'moz-extension:'),
      [],
    ),
  );
  return new DrivenPage(engine);
}

async function openSidebar(id: string): Promise<void> {
  const name = `${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-sidebar-action`;
  if (!(window.SidebarController.isOpen && window.SidebarController.currentID === name))
    await window.SidebarController.show(name);
}

function pressToolbarButton(id: string): void {
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  ) as ExtensionParentModule;
  const policy = WebExtensionPolicy.getByID(id);
  if (!policy) throw new Error(`no add-on ${id} in this browser`);
  ExtensionParent.apiManager.global.browserActionFor(policy.extension).triggerAction(window);
}

function findSidebar(): RemoteBrowser | null {
  const frame = document.getElementById('sidebar') as HTMLIFrameElement | null;
  return (frame?.contentDocument?.getElementById('webext-panels-browser') as RemoteBrowser | null) ?? null;
}

function findPopup(): RemoteBrowser | null {
  return document.querySelector<RemoteBrowser>('.webextension-popup-browser');
}
