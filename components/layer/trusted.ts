/** Handlers that act only on what the reader did: a page can dispatch events, it cannot make them trusted. */

export function trusted<E extends Event>(act: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) act(event);
  };
}
