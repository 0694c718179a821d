/**
 * What the two scripts of a page share. The first runs at document_start and stays small; the second, injected into
 * articles, takes over. They meet in the extension's isolated world under a registered symbol, which no element of the
 * page can shadow as it could a name.
 */
import type { PAGE_REQUESTS, Parsed } from '../../core/messages';
import type { Shield } from '../shield/shield';

/** Answers a request to this page; undefined when it is not for this script. */
export type Responder = (request: Parsed<typeof PAGE_REQUESTS>) => Promise<unknown>;

export interface PageWorld {
  readonly signal: AbortSignal;
  readonly shield: Shield;
  /** Ends the first script with the second: they belong to one life of the extension. */
  readonly end: () => void;
  /** Set by the reader once it runs. */
  respond: Responder | null;
}

const KEY = Symbol.for('yandu.page-world');

export function getPageWorld(): PageWorld | null {
  const world: unknown = Reflect.get(globalThis, KEY);
  return isPageWorld(world) && !world.signal.aborted ? world : null;
}

function isPageWorld(value: unknown): value is PageWorld {
  return typeof value === 'object' && value !== null && 'shield' in value && 'signal' in value;
}

export function setPageWorld(world: PageWorld): void {
  Reflect.set(globalThis, KEY, world);
}
