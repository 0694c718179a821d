import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { MODULES, ROOT } from './paths.mjs';

/**
 * Environment in which the project's tools run: their own folder first, where Linux also finds the newer Node.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: [join(MODULES, '.bin'), process.env[name]].join(delimiter) };
}

/** The Node that the project's TypeScript runs on. */
export function toolNode() {
  const newer = join(MODULES, '.bin', 'node');
  return process.platform === 'linux' && existsSync(newer) ? newer : process.execPath;
}

/**
 * @typedef {object} Ended
 * @property {number} status exit status; a signal or a command that is not there counts as 1
 * @property {string} output what it wrote, stdout and stderr in order of arrival
 */

/**
 * Runs a command without stdin and tells how it ended.
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {'show' | 'progress' | 'keep'} [options.output] show: as it comes; progress: all of it on stderr; keep: not shown
 * @param {number} [options.limit] milliseconds, after which it is ended
 * @returns {Promise<Ended>}
 */
export function run(command, args, { env = toolEnvironment(), output = 'show', limit } = {}) {
  return new Promise((resolve) => {
    // On Windows npm and the tools are .cmd files, which only a shell starts.
    const shell = process.platform === 'win32' && !/[\\/]/.test(command);
    const child = spawn(command, args, { cwd: ROOT, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let written = '';
    /** @param {NodeJS.WriteStream} stream */
    const to = (stream) => (/** @type {Buffer} */ chunk) => {
      written += chunk;
      if (output !== 'keep') stream.write(chunk);
    };
    child.stdout.on('data', to(output === 'show' ? process.stdout : process.stderr));
    child.stderr.on('data', to(process.stderr));
    const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGTERM'), limit);
    /** @param {number} status @param {string} [reason] */
    const end = (status, reason = '') => {
      clearTimeout(timer);
      resolve({ status, output: written + reason });
    };
    child.once('error', (error) => end(1, `${command}: ${error.message}`));
    child.once('close', (status) => end(status ?? 1));
  });
}
