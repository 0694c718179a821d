import type { CDPSession, KeyInput, Protocol, Page as PuppeteerPage } from 'puppeteer-core';
import { type Engine, LAYER, type Modifier, type PointerStep, type ScriptWorld } from './engine';

const OWN_WORLD = 'yandu-driver';

/** One document of Chromium (a tab, the side panel, the popup), through puppeteer and CDP. */
export class ChromiumEngine implements Engine {
  readonly page: PuppeteerPage;
  readonly #embedded: boolean;
  #cdp: Promise<CDPSession> | undefined;

  /** @param embedded the document is no tab, so it cannot and need not be brought to the front */
  constructor(page: PuppeteerPage, embedded = false) {
    this.page = page;
    this.#embedded = embedded;
  }

  async run(world: ScriptWorld, source: string, args: unknown[]): Promise<unknown> {
    const cdp = await this.#session();
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression: `(${source})(...${JSON.stringify(args)})`,
      returnByValue: true,
      awaitPromise: true,
      ...(world === 'page' ? {} : { contextId: await this.#context(cdp, world) }),
    });
    if (exceptionDetails) throw new Error(thrown(exceptionDetails));
    return result.value;
  }

  async runInLayer(source: string, args: unknown[]): Promise<unknown> {
    const cdp = await this.#session();
    const executionContextId = await this.#ownContext(cdp);
    const { result: host } = await cdp.send('Runtime.evaluate', {
      expression: `Document.prototype.querySelector.call(document, '${LAYER}')`,
      contextId: executionContextId,
    });
    if (!host.objectId) return null;
    // `pierce` is what reaches closed roots; describing the host alone spares sending the whole page.
    const { node } = await cdp.send('DOM.describeNode', { objectId: host.objectId, depth: 1, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) return null;
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId, executionContextId });
    if (!object.objectId) return null;
    const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      functionDeclaration: `function (...args) { return (${source})(this, ...args); }`,
      objectId: object.objectId,
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(thrown(exceptionDetails));
    return result.value;
  }

  async runInFrame(source: string, args: unknown[]): Promise<unknown> {
    const cdp = await this.#session();
    const { result: host } = await cdp.send('Runtime.evaluate', {
      expression: `Document.prototype.querySelector.call(document, '${LAYER}')`,
      contextId: await this.#ownContext(cdp),
    });
    if (!host.objectId) return null;
    const { node } = await cdp.send('DOM.describeNode', { objectId: host.objectId, depth: -1, pierce: true });
    const frameId = frameWithin(node);
    if (frameId === undefined) return null;
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId, worldName: OWN_WORLD });
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression: `(${source})(document, ...${JSON.stringify(args)})`,
      contextId: executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(thrown(exceptionDetails));
    return result.value;
  }

  async pointer(steps: PointerStep[]) {
    await this.#toFront();
    for (const step of steps) {
      if (step === 'down') await this.page.mouse.down();
      else if (step === 'up') await this.page.mouse.up();
      else await this.page.mouse.move(step.to.x, step.to.y);
    }
  }

  async chord(modifiers: Modifier[], key: string) {
    await this.#toFront();
    for (const modifier of modifiers) await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key as KeyInput);
    for (const modifier of modifiers.toReversed()) await this.page.keyboard.up(modifier);
  }

  async type(text: string) {
    await this.#toFront();
    await this.page.keyboard.type(text);
  }

  async compose(composing: string, result: string) {
    await this.#toFront();
    const cdp = await this.#session();
    for (let end = 1; end <= composing.length; end++)
      await cdp.send('Input.imeSetComposition', {
        text: composing.slice(0, end),
        selectionStart: end,
        selectionEnd: end,
      });
    await cdp.send('Input.insertText', { text: result });
  }

  async goto(url: string) {
    await this.page.goto(url);
  }

  async reload() {
    await this.page.reload();
  }

  async url() {
    return this.page.url();
  }

  async setViewport(width: number, height: number) {
    await this.page.setViewport({ width, height });
  }

  async emulateDark(dark: boolean) {
    await this.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  }

  async capture() {
    // A screenshot of a tab in the background never ends, and holds up every tab after it.
    await this.#toFront();
    return this.page.screenshot({ captureBeyondViewport: false });
  }

  async close() {
    await this.page.close();
  }

  #session(): Promise<CDPSession> {
    this.#cdp ??= this.page.createCDPSession();
    return this.#cdp;
  }

  async #toFront() {
    if (!this.#embedded) await this.page.bringToFront();
  }

  #context(cdp: CDPSession, world: 'own' | 'extension'): Promise<number> {
    return world === 'own' ? this.#ownContext(cdp) : this.#extensionContext(cdp);
  }

  async #extensionContext(cdp: CDPSession): Promise<number> {
    const contexts: Protocol.Runtime.ExecutionContextDescription[] = [];
    const collect = ({ context }: Protocol.Runtime.ExecutionContextCreatedEvent) => void contexts.push(context);
    cdp.on('Runtime.executionContextCreated', collect);
    // Enabling tells of every world that is there; staying enabled would tell of each new one, too.
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.disable');
    cdp.off('Runtime.executionContextCreated', collect);
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const found = contexts.find(
      ({ origin, auxData }) => origin.startsWith('chrome-extension://') && auxData?.frameId === frameTree.frame.id,
    );
    if (!found) throw new Error('no content script runs in this page');
    return found.id;
  }

  /** The same world is given again as long as the document lives. */
  async #ownContext(cdp: CDPSession): Promise<number> {
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: OWN_WORLD,
    });
    return executionContextId;
  }
}

function frameWithin(node: Protocol.DOM.Node): string | undefined {
  if (node.contentDocument) return node.frameId;
  for (const inner of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = frameWithin(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

function thrown({ exception, text }: Protocol.Runtime.ExceptionDetails): string {
  return exception?.description ?? (exception ? String(exception.value) : text);
}
