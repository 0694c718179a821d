/**
 * The life of a content script; stands in for the framework's class of this name by an alias in wxt.config.ts. The
 * framework's posts our extension id into the page and ends the script when the page dispatches an event that it can
 * compute (docs/decisions/0001). This one tells the page nothing and listens to nothing of it.
 */
import { browser } from 'wxt/browser';

const CHECK_MS = 2000;

/**
 * The context that a content script was given, as ours.
 * @throws when the build did not put our class in the framework's place: rather no script than one that a page can end
 */
export function ours(context: object): ContentScriptContext {
  if (context instanceof ContentScriptContext) return context;
  throw new Error('not our script context');
}

export class ContentScriptContext {
  private readonly controller = new AbortController();

  /** Aborted when the extension was updated, switched off or removed under the open page. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get isInvalid(): boolean {
    if (browser.runtime?.id === undefined) this.controller.abort();
    return this.signal.aborted;
  }

  /** Ends this life, for a script that learned from another that it is over. */
  readonly end = (): void => this.controller.abort();

  /** Looks every two seconds whether the extension is still there: no event tells a script so. */
  watch(): void {
    const timer = setInterval(() => this.isInvalid, CHECK_MS);
    this.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }
}
