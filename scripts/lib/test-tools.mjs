import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { APT, hasApt, installPackages, missingPackages } from './apt.mjs';
import { findBrowser } from './browsers.mjs';

/**
 * Makes sure that the browsers, the Chinese fonts and openssl are here, by apt where there is apt.
 * @returns {Promise<{problem: string | null, env: NodeJS.ProcessEnv}>} what is missing, in one sentence; and the names
 * under which the tests' driver finds the browsers
 */
export async function ensureTestTools() {
  if (hasApt()) {
    const missing = await missingPackages(Object.values(APT).flat());
    const problem = missing.length > 0 ? await installPackages(missing) : null;
    return { problem, env: browserNames('/usr/bin/chromium', '/usr/bin/firefox-esr') };
  }
  const chromium = findBrowser('chromium') ?? findBrowser('chrome') ?? findBrowser('edge');
  const firefox = findBrowser('firefox');
  const absent = [
    chromium ? [] : ['Chromium, Chrome or Edge'],
    firefox ? [] : ['Firefox'],
    onPath('openssl') ? [] : ['openssl (on PATH)'],
  ].flat();
  const problem = absent.length > 0 ? `Missing here: ${absent.join(', ')}. Install it, then run this again.` : null;
  return { problem, env: browserNames(chromium?.path, firefox?.path) };
}

/**
 * What the caller names goes before what we found.
 * @param {string | undefined} chromium
 * @param {string | undefined} firefox
 */
function browserNames(chromium, firefox) {
  const { YANDU_CHROMIUM = chromium, YANDU_FIREFOX = firefox } = process.env;
  return { YANDU_CHROMIUM, YANDU_FIREFOX };
}

/** @param {string} command */
function onPath(command) {
  const name = process.platform === 'win32' ? `${command}.exe` : command;
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
