import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { MODULES, ROOT } from './paths.mjs';
import { Obstacle, say } from './say.mjs';

const LOCK = join(ROOT, 'package-lock.json');
/** Holds the hash of the lock file that node_modules was installed from. */
const STAMP = join(MODULES, '.yandu-lock-hash');
/** npm's own record of what it put there, written when it has finished. */
const RECORD = join(MODULES, '.package-lock.json');

/** Installs what the lock file says, unless that is what is there. Says nothing in that case, and needs no network. */
export async function ensurePackages() {
  const lock = readFileSync(LOCK, 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (read(STAMP) === hash) return;
  const record = read(RECORD);
  if (record === null || !recordAgrees(JSON.parse(lock), JSON.parse(record))) await install();
  writeFileSync(STAMP, hash);
}

/**
 * Whether an installation that somebody made by hand is what the lock file says. Optional packages may be missing:
 * they are for other machines.
 * @typedef {{packages: Record<string, {version?: string, optional?: boolean}>}} Lock
 * @param {Lock} lock
 * @param {Lock} record
 */
export function recordAgrees(lock, record) {
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '');
  const missing = wanted.some(([path, { version, optional }]) => {
    const there = record.packages[path];
    return there ? there.version !== version : !optional;
  });
  return !missing && Object.keys(record.packages).every((path) => path in lock.packages);
}

async function install() {
  say('Installing the packages that package-lock.json names (once; a minute or two) …');
  const npm = npmCommand();
  // What an outer npm or a production setting left out would be missing here: everything is named.
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'];
  const start = Date.now();
  const progress = setInterval(() => say(`  … ${Math.round((Date.now() - start) / 1000)} s`), 10_000);
  const { status, output } = await run(npm.command, [...npm.args, ...args], { env: process.env, output: 'progress' });
  clearInterval(progress);
  if (status !== 0) throw new Obstacle(installComplaint(output));
}

/** @param {string} output what npm wrote */
export function installComplaint(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH/.test(output))
    return 'npm does not reach its registry: check the network (and `npm config get registry`), then run this again.';
  if (/ENOSPC/.test(output)) return 'The disk is full: npm needs about 600 MB here. Free some, then run this again.';
  if (/EACCES|EPERM/.test(output)) return `npm may not write to ${ROOT}: make the folder yours, then run this again.`;
  return 'npm ci failed; what it said stands above.';
}

/**
 * The npm that started us, run by the Node it runs on (not by the one in node_modules, which it is about to replace).
 * @returns {{command: string, args: string[]}}
 */
function npmCommand() {
  const { npm_execpath: npm = '', npm_node_execpath: node = process.execPath } = process.env;
  return npm.endsWith('npm-cli.js') && existsSync(npm) && existsSync(node)
    ? { command: node, args: [npm] }
    : { command: 'npm', args: [] };
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
