/** Gives the page its turn between two pieces of our work. */

/** A message, since timers wait four milliseconds in front and a second in the background. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
