import { setTimeout as sleep } from 'node:timers/promises';

const INTERVAL_MS = 50;
/** Long enough for a loaded two-core machine; a test that needs more is waiting for the wrong thing. */
const PATIENCE_MS = 10_000;

/**
 * Asks until the answer is truthy. An error while asking counts as "not yet" (a page that is just navigating throws),
 * and is told when time is up.
 */
export async function until<R>(what: string, ask: () => Promise<R>, patience = PATIENCE_MS): Promise<R> {
  const end = Date.now() + patience;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = `the last answer was ${JSON.stringify(answer)}`;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      const told = last instanceof Error ? last.message : last;
      throw new Error(`waited ${patience / 1000} s for ${what}; ${told}`, { cause: last });
    }
    await sleep(INTERVAL_MS);
  }
}
