import { FIREFOX_ID } from '../../../core/identity';
import { type Engine, LAYER, type Modifier, type PointerStep, type ScriptWorld } from './engine';
import { type FirefoxRemote, valueIn } from './firefox-remote';
import { type Actions, chordActions, pointerActions, typingActions } from './webdriver-actions';

/** A tab of Firefox, through WebDriver commands over Marionette. */
export class FirefoxTab implements Engine {
  readonly handle: string;
  readonly #remote: FirefoxRemote;

  constructor(remote: FirefoxRemote, handle: string) {
    this.#remote = remote;
    this.handle = handle;
  }

  run(world: ScriptWorld, source: string, args: unknown[]) {
    if (world === 'extension') return this.#runInContentScript(source, args);
    // No sandbox at all is the page's own world; the one named "system" sees the document without the page's patches.
    return this.#script(`return (${source}).apply(null, arguments)`, args, world === 'page' ? null : 'system');
  }

  async #runInContentScript(source: string, args: unknown[]) {
    const script = `(async () => JSON.stringify(await (${source})(...${JSON.stringify(args)})))()`;
    const answer = await this.#script(
      `const { ExtensionContent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs');
       const context = ExtensionContent.getContextByExtensionId('${FIREFOX_ID}', window);
       if (!context) throw new Error('no content script runs in this page');
       return Cu.evalInSandbox(arguments[0], context.sandbox);`,
      [script],
      'system',
    );
    return typeof answer === 'string' ? JSON.parse(answer) : undefined;
  }

  runInLayer(source: string, args: unknown[]) {
    return this.#script(inLayer(source), args, 'system');
  }

  runInFrame(source: string, args: unknown[]) {
    return this.#script(inFrame(source), args, 'system');
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
    await this.#remote.inFrontTab(this.handle, async () => undefined);
    await this.#script(COMPOSE, [composing, result], 'system');
  }

  async goto(url: string) {
    await this.#remote.inTab(this.handle, (send) => send('WebDriver:Navigate', { url }));
  }

  async reload() {
    await this.#remote.inTab(this.handle, (send) => send('WebDriver:Refresh'));
  }

  url() {
    return this.#remote.inTab(this.handle, async (send) => valueIn(await send('WebDriver:GetCurrentURL')) as string);
  }

  async setViewport(width: number, height: number) {
    await this.#remote.inFrontTab(this.handle, async () => undefined);
    await this.#remote.inBrowser(
      (w, h) => {
        const { selectedBrowser } = window.gBrowser;
        selectedBrowser.style.setProperty('width', `${w}px`);
        selectedBrowser.style.setProperty('height', `${h}px`);
        document.synchronouslyUpdateRemoteBrowserDimensions(true);
      },
      width,
      height,
    );
    await this.#script(
      `const [w, h] = arguments;
       return new Promise((resolve) => {
         const check = () => (innerWidth === w && innerHeight === h ? resolve(true) : setTimeout(check, 20));
         check();
       })`,
      [width, height],
      'system',
    );
  }

  async emulateDark(dark: boolean) {
    await this.#remote.inFrontTab(this.handle, async () => undefined);
    await this.#remote.inBrowser(
      (scheme) => {
        const { browsingContext } = window.gBrowser.selectedBrowser;
        if (browsingContext) browsingContext.prefersColorSchemeOverride = scheme;
      },
      dark ? ('dark' as const) : ('light' as const),
    );
  }

  async capture() {
    const shot = await this.#remote.inFrontTab(this.handle, (send) =>
      send('WebDriver:TakeScreenshot', { full: false }),
    );
    return Buffer.from(valueIn(shot) as string, 'base64');
  }

  async close() {
    await this.#remote.inTab(this.handle, (send) => send('WebDriver:CloseWindow'));
  }

  async #perform(actions: Actions) {
    await this.#remote.inFrontTab(this.handle, (send) => send('WebDriver:PerformActions', { actions }));
  }

  #script(script: string, args: unknown[], sandbox: 'system' | null) {
    return this.#remote.inTab(this.handle, async (send) =>
      valueIn(await send('WebDriver:ExecuteScript', { script, args, sandbox })),
    );
  }
}

/** The same with the document of a frame in it, however deep under closed roots. */
function inFrame(source: string): string {
  return `const find = (root) => {
      for (const element of root?.querySelectorAll('*') ?? []) {
        const found = element.contentDocument ?? find(element.openOrClosedShadowRoot);
        if (found) return found;
      }
    };
    const inner = find(document.querySelector('${LAYER}')?.openOrClosedShadowRoot);
    return inner ? (${source})(inner, ...arguments) : null`;
}

/** What an input method does, by the interface that Firefox has for input methods' tests. */
export const COMPOSE = `const [composing, result] = arguments;
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!processor.beginInputTransactionForTests(window)) throw new Error('another input method is at work');
  for (let end = 1; end <= composing.length; end++) {
    processor.setPendingCompositionString(composing.slice(0, end));
    processor.appendClauseToPendingComposition(end, processor.ATTR_RAW_CLAUSE);
    processor.setCaretInPendingComposition(end);
    processor.flushPendingComposition();
  }
  processor.commitCompositionWith(result);`;

/** A script that calls a function with our closed root; privileged code may ask for it at the host. */
export function inLayer(source: string): string {
  return `const root = document.querySelector('${LAYER}')?.openOrClosedShadowRoot;
    return root ? (${source})(root, ...arguments) : null`;
}
