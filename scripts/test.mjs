/**
 * `npm test`: everything that must hold, from a fresh clone. Each step counts as one test, vitest's as many as it has;
 * a failing step does not stop the others. The last line of stdout is `N passed, N failed`.
 */
import { build } from './lib/build.mjs';
import { run, toolEnvironment } from './lib/command.mjs';
import { countsLine, countsOf, sum } from './lib/counts.mjs';
import { nodeComplaint } from './lib/node-version.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { Obstacle, runMain } from './lib/say.mjs';
import { ensureTestTools } from './lib/test-tools.mjs';

/** A step that hangs must not hang the run. */
const LIMIT_MS = 15 * 60_000;

/** @type {NodeJS.ProcessEnv} */
let env = { ...toolEnvironment(), ...colours() };

/** @type {{name: string, commands: string[][]}[]} */
const CHECKS = [
  { name: 'biome', commands: [['biome', 'check', '.']] },
  {
    name: 'types',
    commands: [
      ['wxt', 'prepare'],
      ['tsc', '--noEmit'],
    ],
  },
];
const LINT = ['lint', '-s', '.output/firefox-mv3', '--no-config-discovery', '--no-input', '--boring'];

await runMain(async () => {
  const counts = await runAll();
  process.stdout.write(`\n${countsLine(counts)}\n`);
  return counts.failed === 0 ? 0 : 1;
});

async function runAll() {
  const installed = await timed('packages', install);
  if (installed.failed > 0) return installed;
  const results = [installed, await timed('browsers, fonts, openssl', findTools)];
  for (const { name, commands } of CHECKS) results.push(await timed(name, () => inTurn(commands.map(command))));
  const builds = [() => build('chrome', 'show'), () => build('firefox', 'show')];
  results.push(await timed('build', () => inTurn(builds)));
  results.push(await timed('add-on lint', () => inTurn([command(['web-ext', ...LINT, '--warnings-as-errors'])])));
  results.push(await timed('vitest', async () => countsOf(await command(['vitest', 'run'])())));
  return sum(results);
}

async function install() {
  const complaint = nodeComplaint();
  if (complaint) throw new Obstacle(complaint);
  await ensurePackages();
  return once(true);
}

async function findTools() {
  const tools = await ensureTestTools();
  env = { ...env, ...tools.env };
  if (tools.problem) throw new Obstacle(tools.problem);
  return once(true);
}

/** @param {string[]} words */
function command([name = '', ...args]) {
  return () => run(name, args, { env, limit: LIMIT_MS });
}

/** One result for commands of which each needs the one before. @param {(() => Promise<{status: number}>)[]} commands */
async function inTurn(commands) {
  for (const each of commands) if ((await each()).status !== 0) return once(false);
  return once(true);
}

/** @param {boolean} passed */
function once(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/**
 * Runs a step and tells its result and time; one that throws has failed.
 * @param {string} name
 * @param {() => Promise<import('./lib/counts.mjs').Counts>} step
 */
async function timed(name, step) {
  process.stdout.write(`\n▶ ${name}\n`);
  const start = Date.now();
  const counts = await step().catch((error) => {
    process.stdout.write(`${error instanceof Obstacle ? error.message : error.stack}\n`);
    return once(false);
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${counts.failed === 0 ? '✓' : '✗'} ${name}: ${countsLine(counts)} in ${seconds} s\n`);
  return counts;
}

/** The tools write to a pipe of ours, and would not know whether a person looks. */
function colours() {
  return process.stdout.isTTY && !process.env.NO_COLOR
    ? { FORCE_COLOR: '1' }
    : { NO_COLOR: '1', FORCE_COLOR: undefined };
}
