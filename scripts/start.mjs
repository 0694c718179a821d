/**
 * `npm start [-- --browser firefox|chrome|edge|chromium] [--headless]`: from a fresh clone to a real article with its
 * terms marked. Runs on node: modules alone; what needs the packages is in start/.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { APT, aptLine, hasApt, installPackages, missingPackages } from './lib/apt.mjs';
import { findBrowser, PRODUCT_NAMES, PRODUCTS } from './lib/browsers.mjs';
import { builtFolder, ensureBuild } from './lib/build.mjs';
import { nodeComplaint } from './lib/node-version.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { ROOT } from './lib/paths.mjs';
import { Obstacle, runMain, say } from './lib/say.mjs';
import { runTypeScript } from './lib/typescript.mjs';

const USAGE = 'Usage: npm start [-- --browser firefox|chrome|edge|chromium] [--headless]';

await runMain(async () => {
  const options = readOptions();
  const complaint = nodeComplaint();
  if (complaint) throw new Obstacle(complaint);
  await ensurePackages();
  const browser = findBrowser(options.browser) ?? (await installBrowser(options.browser));
  await ensureChineseFont();
  const target = browser.family === 'firefox' ? 'firefox' : 'chrome';
  await ensureBuild(target);
  const headless = options.headless || !hasDisplay();
  const job = {
    ...browser,
    extension: builtFolder(target),
    profile: join(ROOT, '.profile', browser.product),
  };
  return runTypeScript(headless ? 'scripts/start/headless.ts' : 'scripts/start/desktop.ts', [JSON.stringify(job)]);
});

function readOptions() {
  try {
    const { values } = parseArgs({ options: { browser: { type: 'string' }, headless: { type: 'boolean' } } });
    const browser = PRODUCTS.find((product) => product === values.browser);
    if (values.browser !== undefined && !browser) throw new Error(`there is no browser ${values.browser}`);
    return { browser, headless: values.headless ?? false };
  } catch (error) {
    throw new Obstacle(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

/**
 * @param {import('./lib/browsers.mjs').Product | undefined} wanted
 * @returns {Promise<import('./lib/browsers.mjs').Browser>}
 */
async function installBrowser(wanted) {
  const names = wanted === 'firefox' ? APT.firefox : APT.chromium;
  const inApt = wanted === undefined || wanted === 'firefox' || wanted === 'chromium';
  if (!hasApt() || !inApt) {
    throw new Obstacle(
      wanted
        ? `${PRODUCT_NAMES[wanted]} is not installed here: install it, or name another with --browser.`
        : 'No browser is installed here: install Google Chrome, Microsoft Edge, Chromium or Firefox.',
    );
  }
  const failure = await installPackages([...names, ...APT.fonts]);
  if (failure) throw new Obstacle(failure);
  const browser = findBrowser(wanted);
  if (!browser) throw new Obstacle(`apt installed ${names.join(', ')}, but no browser came of it.`);
  return browser;
}

/** Without one, a headless machine would picture the article as empty boxes. Not worth failing for. */
async function ensureChineseFont() {
  if (!hasApt()) return;
  const missing = await missingPackages(APT.fonts);
  if (missing.length === 0 || process.getuid?.() !== 0) return;
  const failure = await installPackages(missing);
  if (failure) say(`Chinese characters may show as boxes: ${aptLine(missing)}`);
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
