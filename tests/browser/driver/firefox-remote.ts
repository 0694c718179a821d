import type { Marionette } from './marionette';

/**
 * Marionette has one current tab and one current context for all commands, so whatever consists of several commands
 * takes its turn here.
 */
export class FirefoxRemote {
  readonly #marionette: Marionette;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(marionette: Marionette) {
    this.#marionette = marionette;
  }

  /** Runs commands on a tab, wherever it stands; nothing else comes between them. */
  inTab<R>(handle: string, work: (send: Send) => Promise<R>, focus = false): Promise<R> {
    return this.#inTurn(async () => {
      await this.#send('WebDriver:SwitchToWindow', { handle, focus });
      return work(this.#send);
    });
  }

  /** The same, with the tab brought to the front first: for input and pictures. */
  inFrontTab<R>(handle: string, work: (send: Send) => Promise<R>): Promise<R> {
    return this.inTab(handle, work, true);
  }

  /** Runs a function, sent as source text, with all the rights of the browser's own window. */
  inBrowser<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.scriptInBrowser(`return (${fn}).apply(null, arguments)`, args) as Promise<R>;
  }

  scriptInBrowser(script: string, args: unknown[]): Promise<unknown> {
    return this.#inTurn(async () => {
      await this.#send('Marionette:SetContext', { value: 'chrome' });
      try {
        return valueIn(await this.#send('WebDriver:ExecuteScript', { script, args, sandbox: 'system' }));
      } finally {
        await this.#send('Marionette:SetContext', { value: 'content' });
      }
    });
  }

  newTab(): Promise<string> {
    return this.#inTurn(async () => {
      // The current tab may be closed by now, and a new one can only be asked for from a living one.
      const [living] = (await this.#send('WebDriver:GetWindowHandles')) as string[];
      await this.#send('WebDriver:SwitchToWindow', { handle: living, focus: false });
      const opened = (await this.#send('WebDriver:NewWindow', { type: 'tab', focus: true })) as { handle: string };
      return opened.handle;
    });
  }

  /** The first tab whose address begins so. */
  tabAt(address: string): Promise<string | null> {
    return this.#inTurn(async () => {
      for (const handle of (await this.#send('WebDriver:GetWindowHandles')) as string[]) {
        await this.#send('WebDriver:SwitchToWindow', { handle, focus: false });
        const url = valueIn(await this.#send('WebDriver:GetCurrentURL')) as string;
        if (url.startsWith(address)) return handle;
      }
      return null;
    });
  }

  /** Temporary: gone when Firefox ends, as when a developer loads it by hand. */
  async installExtension(folder: string): Promise<void> {
    await this.#inTurn(() => this.#send('Addon:Install', { path: folder, temporary: true }));
  }

  readonly #send: Send = (name, parameters) => this.#marionette.send(name, parameters);

  #inTurn<R>(work: () => Promise<R>): Promise<R> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

export type Send = (name: string, parameters?: object) => Promise<unknown>;

export function valueIn(answer: unknown): unknown {
  return (answer as { value: unknown }).value;
}
