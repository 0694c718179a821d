/** @typedef {{passed: number, failed: number}} Counts */

/** The last line of every run. @param {Counts} counts */
export function countsLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * The counts that a run ended with. One that ended without them, or whose status says otherwise, has failed once more.
 * @param {{status: number, output: string}} ended
 * @returns {Counts}
 */
export function countsOf({ status, output }) {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed\r?$/gm)].at(-1) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1 };
  const counts = { passed: Number(passed), failed: Number(failed) };
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.reduce((total, { failed }) => total + failed, 0),
  };
}
