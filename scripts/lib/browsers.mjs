import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/**
 * @typedef {'chrome' | 'edge' | 'chromium' | 'firefox'} Product
 * @typedef {{product: Product, family: 'chromium' | 'firefox', path: string}} Browser
 * @typedef {{platform: string, env: NodeJS.ProcessEnv, exists: (path: string) => boolean}} Machine
 */

/** In the order in which they are taken when none is asked for. @type {readonly Product[]} */
export const PRODUCTS = ['chrome', 'edge', 'chromium', 'firefox'];

/** What each is called in a sentence. @type {Record<Product, string>} */
export const PRODUCT_NAMES = {
  chrome: 'Google Chrome',
  edge: 'Microsoft Edge',
  chromium: 'Chromium',
  firefox: 'Firefox',
};

/** Names of the commands on PATH. @type {Record<Product, string[]>} */
const COMMANDS = {
  chrome: ['google-chrome', 'google-chrome-stable', 'chrome'],
  edge: ['microsoft-edge', 'microsoft-edge-stable', 'msedge'],
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** Places that are usual though not on PATH. @type {Record<string, Record<Product, string[]>>} */
const PLACES = {
  linux: {
    chrome: ['/opt/google/chrome/chrome'],
    edge: ['/opt/microsoft/msedge/msedge'],
    chromium: ['/usr/bin/chromium', '/snap/bin/chromium'],
    firefox: ['/usr/bin/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox', '/snap/bin/firefox'],
  },
  darwin: {
    chrome: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
    edge: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    chromium: ['Chromium.app/Contents/MacOS/Chromium'],
    firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
  },
  win32: {
    chrome: ['Google\\Chrome\\Application\\chrome.exe'],
    edge: ['Microsoft\\Edge\\Application\\msedge.exe'],
    chromium: ['Chromium\\Application\\chrome.exe'],
    firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
  },
};

/**
 * The first browser of this machine, or the one asked for.
 * @param {Product} [wanted]
 * @param {Machine} [machine]
 * @returns {Browser | null}
 */
export function findBrowser(wanted, machine = { platform: process.platform, env: process.env, exists: existsSync }) {
  for (const product of wanted ? [wanted] : PRODUCTS) {
    const path = candidates(product, machine).find(machine.exists);
    if (path) return { product, family: product === 'firefox' ? 'firefox' : 'chromium', path };
  }
  return null;
}

/**
 * @param {Product} product
 * @param {Machine} machine
 */
function candidates(product, { platform, env }) {
  const windows = platform === 'win32';
  const { join, delimiter } = windows ? win32 : posix;
  const onPath = (env.PATH ?? env.Path ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => COMMANDS[product].map((name) => join(folder, windows ? `${name}.exe` : name)));
  const places = PLACES[platform]?.[product] ?? [];
  return [...bases(platform, env).flatMap((base) => places.map((place) => join(base, place))), ...onPath];
}

/**
 * Folders that the usual places stand in.
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 */
function bases(platform, env) {
  if (platform === 'darwin') return ['/Applications', posix.join(env.HOME ?? '/', 'Applications')];
  if (platform !== 'win32') return ['/'];
  return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((base) => base !== undefined);
}
