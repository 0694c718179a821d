/**
 * The other end of runTypeScript: loads the script through vite, as the extension's own code is loaded. A script may
 * work as it loads, or export `main(args)`, whose number is the exit status.
 */
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from './paths.mjs';

const [script = '', ...args] = process.argv.slice(2);
process.argv.splice(1, process.argv.length, script, ...args);

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

const { module } = await runnerImport(resolve(ROOT, script), {
  root: ROOT,
  logLevel: 'warn',
  // The project's own one is made by `wxt prepare`, which need not have run.
  tsconfig: join(ROOT, 'scripts/lib/typescript-child.json'),
});
const status = await /** @type {{main?: (args: string[]) => unknown}} */ (module).main?.(args);
if (typeof status === 'number') process.exitCode = status;
