/** The outside of every message; apart from the shapes of what is in them, which only the receivers need. */

export const MESSAGE_VERSION = 1;

/** No article comes near it; it bounds what a page can make the worker do. */
export const LONGEST_TEXT = 2_000_000;

export interface Envelope {
  readonly yandu: typeof MESSAGE_VERSION;
  readonly type: string;
  readonly payload: unknown;
}

export function seal(type: string, payload: unknown): Envelope {
  return { yandu: MESSAGE_VERSION, type, payload };
}
