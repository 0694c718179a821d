import { existsSync } from 'node:fs';
import { run } from './command.mjs';
import { say } from './say.mjs';

/** Packages of Debian by what they are for. */
export const APT = {
  chromium: ['chromium', 'chromium-l10n'],
  firefox: ['firefox-esr', 'firefox-esr-l10n-zh-cn'],
  fonts: ['fonts-noto-cjk'],
  certificates: ['openssl'],
};

/** @param {readonly string[]} names */
export function aptLine(names) {
  return `apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

export function hasApt() {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query');
}

/** dpkg's own placeholders. */
const FORMAT = `-f=\${Package} \${db:Status-Status}\n`;

/**
 * Those of the packages that are not installed.
 * @param {readonly string[]} names
 */
export async function missingPackages(names) {
  const { output } = await run('dpkg-query', ['-W', FORMAT, ...names], {
    output: 'keep',
  });
  const installed = output.split('\n').filter((line) => line.endsWith(' installed'));
  return names.filter((name) => !installed.includes(`${name} installed`));
}

/**
 * Installs packages where that is permitted.
 * @param {readonly string[]} names
 * @returns {Promise<string | null>} one sentence with the apt line if it did not work
 */
export async function installPackages(names) {
  if (process.getuid?.() !== 0) return `Missing here: ${names.join(', ')}. Install with: sudo ${aptLine(names)}`;
  say(`Installing ${names.join(', ')} with apt (once; a few minutes) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-o', 'DPkg::Lock::Timeout=300'];
  // A source that does not answer makes the update fail, though what we want may come from another: so only the
  // installation decides.
  await run('apt-get', [...patient, 'update'], { env, output: 'progress' });
  const args = [...patient, 'install', '-y', '--no-install-recommends', ...names];
  const { status } = await run('apt-get', args, { env, output: 'progress' });
  return status === 0 ? null : `apt could not install ${names.join(', ')}; try by hand: ${aptLine(names)}`;
}
