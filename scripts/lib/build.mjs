import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { run } from './command.mjs';
import { OUTPUT, ROOT } from './paths.mjs';
import { Obstacle, say } from './say.mjs';

/** @typedef {'chrome' | 'firefox'} Target */

/** What the built extension is made of. */
const SOURCES = ['assets', 'components', 'core', 'entrypoints', 'storage', 'package-lock.json', 'wxt.config.ts'];

/** @param {Target} target */
export function builtFolder(target) {
  return join(OUTPUT, `${target}-mv3`);
}

/**
 * Builds the extension unless it was built from just these sources and nobody changed it since.
 * @param {Target} target
 */
export async function ensureBuild(target) {
  if (existsSync(stampFile(target)) && readFileSync(stampFile(target), 'utf8') === stamp(target)) return;
  say(`Building the extension for ${target === 'firefox' ? 'Firefox' : 'Chrome, Edge and Chromium'} …`);
  const { status, output } = await build(target, 'keep');
  if (status !== 0) throw new Obstacle(`${output}\nThe build failed; what it said stands above.`);
}

/**
 * @param {Target} target
 * @param {'show' | 'keep'} output
 */
export async function build(target, output) {
  const ended = await run('wxt', ['build', '-b', target], { output });
  if (ended.status === 0) {
    mkdirSync(OUTPUT, { recursive: true });
    writeFileSync(stampFile(target), stamp(target));
  }
  return ended;
}

/**
 * A hash over paths and contents of all files under the given files and folders.
 * @param {string} root
 * @param {readonly string[]} parts
 */
export function fingerprint(root, parts) {
  const hash = createHash('sha256');
  for (const file of parts.flatMap((part) => filesUnder(join(root, part))).sort()) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {Target} target */
function stamp(target) {
  return `${fingerprint(ROOT, SOURCES)} ${fingerprint(builtFolder(target), ['.'])}\n`;
}

/** @param {Target} target */
function stampFile(target) {
  return join(OUTPUT, `${target}-mv3.stamp`);
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}
