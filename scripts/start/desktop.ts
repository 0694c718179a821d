/** `npm start` on a desktop: the reader's own browser, with a profile of its own, until its window is closed. */
import { mkdirSync } from 'node:fs';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { KEEP_STORAGE } from '../../tests/browser/driver/firefox-prefs';
import { serveArticle } from './article-server';
import { ARTICLE_HOST, ARTICLE_URL, type Job, say } from './job';
import { loadByHand } from './load-by-hand';

export async function main([json = '']: string[]): Promise<number> {
  const job: Job = JSON.parse(json);
  mkdirSync(job.profile, { recursive: true });
  const port = await serveArticle();
  say(`Opening ${job.path} …`);
  const browser = await launch(job, port);
  if (!browser) return 1;
  const closed = new Promise((resolve) => browser.once('disconnected', resolve));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void browser.close());

  let hint = 'point at an underlined term, or select a sentence.';
  try {
    await install(browser, job);
  } catch (error) {
    hint = 'reload it once the extension is there.';
    say(`\nThis browser did not let the extension in (${message(error)}).\n${loadByHand(job)}`);
  }
  const [page = await browser.newPage()] = await browser.pages();
  await page.goto(ARTICLE_URL);
  await page.bringToFront();
  say(`\nThe article is open: ${hint}`);
  say('This goes on until the browser is closed; Ctrl+C closes it too.');
  await closed;
  return 0;
}

async function launch(job: Job, port: number): Promise<Browser | null> {
  try {
    return await puppeteer.launch({
      executablePath: job.path,
      headless: false,
      userDataDir: job.profile,
      defaultViewport: null,
      // We close it ourselves, and say so.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ...(job.family === 'firefox' ? firefoxOptions(port) : chromiumOptions(port)),
    });
  } catch (error) {
    say(`\nThe browser did not start: ${message(error)}`);
    say(`If it is still open from an earlier start, close it; if it will not start at all, remove ${job.profile}.`);
    return null;
  }
}

/** Only the article's host on port 80 is ours; all other sites stay real. */
function chromiumOptions(port: number): LaunchOptions {
  // Chromium refuses to run its sandbox as root, which is who one is in a container.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    browser: 'chrome',
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      '--enable-unsafe-extension-debugging',
      `--host-resolver-rules=MAP ${ARTICLE_HOST}:80 127.0.0.1:${port}`,
      '--disable-features=HttpsUpgrades',
      // Without it a bar over the page warns of the rule above.
      '--test-type',
      '--no-first-run',
      '--no-default-browser-check',
      ...asRoot,
    ],
  };
}

function firefoxOptions(port: number): LaunchOptions {
  const rule = `host === "${ARTICLE_HOST}" && url.indexOf("http:") === 0 ? "PROXY 127.0.0.1:${port}" : "DIRECT"`;
  const script = `function FindProxyForURL(url, host) { return ${rule}; }`;
  return {
    browser: 'firefox',
    extraPrefsFirefox: {
      ...KEEP_STORAGE,
      'browser.aboutwelcome.enabled': false,
      'browser.shell.checkDefaultBrowser': false,
      'dom.security.https_first': false,
      'network.proxy.autoconfig_url': `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(script)}`,
      'network.proxy.type': 2,
    },
  };
}

async function install(browser: Browser, job: Job): Promise<void> {
  const id = await browser.installExtension(job.extension);
  if (job.family === 'firefox') return;
  await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(id), {
    timeout: 15_000,
  });
}

/** The first line; Firefox puts the stack of its own code behind it. */
function message(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return line.replace(/ \w+@(chrome|resource):.*$/, '');
}
