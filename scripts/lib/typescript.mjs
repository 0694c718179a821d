import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { toolEnvironment, toolNode } from './command.mjs';
import { ROOT } from './paths.mjs';

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a TypeScript script of the project in a Node of its own; stdin, stdout and stderr are ours. A signal that
 * reaches us is handed on, and we wait until the script has cleaned up.
 * @param {string} script path from the project's root
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit status
 */
export function runTypeScript(script, args) {
  const child = spawn(toolNode(), [join(ROOT, 'scripts/lib/typescript-child.mjs'), script, ...args], {
    env: toolEnvironment(),
    // The channel tells the script when we are gone, whatever ended us.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const handOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, handOn);
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (status) => {
      for (const signal of SIGNALS) process.off(signal, handOn);
      resolve(status ?? 1);
    });
  });
}
