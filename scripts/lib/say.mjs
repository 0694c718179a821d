/** Progress goes to stderr: stdout belongs to results. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Something that the person at the keyboard must do; the message says what. No stack is shown for it. */
export class Obstacle extends Error {}

/**
 * Runs a command's main function: an {@link Obstacle} ends it with its one message and status 1.
 * @param {() => Promise<number>} main gives the exit status
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(error instanceof Obstacle ? `\n${error.message}` : `\n${error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  }
}
