/** Work that can be laid down between its steps, so that a page stays alive under it. */

/** Gives after each step what was just done, for who measures. */
export type Steps<T> = Generator<Step, T, void>;

export type Step = 'survey' | 'clone' | 'readability' | 'survivors' | 'text' | 'facts';

/** Does all of it at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** So long without a pause no hand notices. */
const SLICE_MS = 12;

/**
 * Does it with pauses.
 * @param pause gives the page its turn
 * @param isOver whether nobody wants the result any more; null is given then
 */
export async function runInSlices<T>(
  steps: Steps<T>,
  pause: () => Promise<void>,
  isOver: () => boolean = () => false,
): Promise<T | null> {
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < SLICE_MS) continue;
    await pause();
    if (isOver()) return null;
    began = performance.now();
  }
}
