import type { Engine, Modifier, PointerStep, ScriptWorld } from './engine';
import type { ActionsModule, RemoteBrowser } from './firefox-chrome';
import type { FirefoxRemote } from './firefox-remote';
import { COMPOSE, inLayer } from './firefox-tab';
import { type Actions, chordActions, pointerActions, typingActions } from './webdriver-actions';

/**
 * A document that Firefox shows outside tabs: the sidebar or the toolbar popup. WebDriver commands reach only tabs, so
 * the same commands are given from the browser's window to the document's own Marionette actor.
 */
export class FirefoxEmbedded implements Engine {
  readonly #remote: FirefoxRemote;
  readonly #find: string;

  /** @param find a function without arguments that runs in the browser's window and finds the <browser> element */
  constructor(remote: FirefoxRemote, find: () => RemoteBrowser | null) {
    this.#remote = remote;
    this.#find = String(find);
  }

  run(world: ScriptWorld, source: string, args: unknown[]) {
    if (world === 'extension') throw new Error('no content script runs in our own documents');
    return this.#script(`return (${source}).apply(null, arguments)`, args, world === 'page' ? null : 'system');
  }

  runInLayer(source: string, args: unknown[]) {
    return this.#script(inLayer(source), args, 'system');
  }

  async runInFrame() {
    return null;
  }

  pointer(steps: PointerStep[]) {
    return this.#perform(pointerActions(steps));
  }

  chord(modifiers: Modifier[], key: string) {
    return this.#perform(chordActions(modifiers, key));
  }

  type(text: string) {
    return this.#perform(typingActions(text));
  }

  async compose(composing: string, result: string) {
    await this.#script(COMPOSE, [composing, result], 'system');
  }

  async goto(): Promise<void> {
    throw new Error('the sidebar and the popup show what the extension says; open a tab for other addresses');
  }

  async reload() {
    await this.#onBrowser((browser) => browser.reload());
  }

  url() {
    return this.#onBrowser((browser) => browser.currentURI.spec);
  }

  async setViewport(): Promise<void> {
    throw new Error('the sidebar and the popup have the size that the browser gives them');
  }

  async emulateDark(dark: boolean) {
    await this.#onBrowser(
      (browser, scheme) => {
        if (browser.browsingContext) browser.browsingContext.prefersColorSchemeOverride = scheme;
      },
      dark ? ('dark' as const) : ('light' as const),
    );
  }

  async capture() {
    const dataUrl = await this.#onBrowser(async (browser) => {
      const bitmap = await browser.browsingContext?.currentWindowGlobal?.drawSnapshot(null, 1, 'white');
      if (!bitmap) throw new Error('the document is just being replaced');
      // The window is no HTML document: createElement would make something else there.
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      return canvas.toDataURL('image/png');
    });
    return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
  }

  async close(): Promise<void> {
    await this.run(
      'page',
      String(() => close()),
      [],
    );
  }

  #script(script: string, args: unknown[], sandboxName: 'system' | null) {
    return this.#onBrowser(
      async (browser, text, values, name) => {
        const actor = browser.browsingContext?.currentWindowGlobal?.getActor('MarionetteCommands');
        if (!actor) throw new Error('the document is just being replaced');
        return actor.executeScript(text, values, { sandboxName: name });
      },
      script,
      args,
      sandboxName,
    );
  }

  async #perform(actions: Actions) {
    await this.#onBrowser(async (browser, wanted) => {
      const context = browser.browsingContext;
      const actor = context?.currentWindowGlobal?.getActor('MarionetteCommands');
      if (!actor) throw new Error('the document is just being replaced');
      const module = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Actions.sys.mjs');
      const { State, Chain } = (module as ActionsModule).actions;
      const state = new State();
      const options = {
        context,
        getElementOrigin: (origin: unknown) => origin,
        isElementOrigin: () => false,
        assertInViewPort: (target: unknown) => actor.assertInViewPort(target),
        dispatchEvent: (name: string, _context: unknown, details: unknown) => actor.dispatchEvent(name, details),
        getClientRects: (element: unknown) => actor.getClientRects(element),
        getInViewCentrePoint: (rect: unknown) => actor.getInViewCentrePoint(rect),
        // Events go straight to the document, so they keep its coordinates.
        toBrowserWindowCoordinates: async ([x, y]: [number, number]) => [x, y],
      };
      browser.focus();
      const chain = await Chain.fromJSON(state, wanted, options);
      await chain.dispatch(state, options);
    }, actions);
  }

  #onBrowser<A extends unknown[], R>(fn: (browser: RemoteBrowser, ...args: A) => R | Promise<R>, ...args: A) {
    const script = `const browser = (${this.#find})();
      if (!browser) throw new Error('it is not open');
      return (${fn})(browser, ...arguments)`;
    return this.#remote.scriptInBrowser(script, args) as Promise<R>;
  }
}
