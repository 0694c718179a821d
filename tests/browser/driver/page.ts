import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Engine, MODIFIERS, type Modifier, type PointerStep, type ScriptWorld } from './engine';
import { centreOf, innerTextOf, locateText, lookAt, type Seen } from './in-page';
import type { Box, Page, PageFunction, Point, Pointer, ShadowHandle } from './types';
import { until } from './until';

/** A drag in one jump selects nothing in Firefox and too little in Chromium: a hand passes the points between. */
const DRAG_STEPS = 12;

/** A document of either browser, with what is common to both. */
export class DrivenPage implements Page {
  readonly engine: Engine;
  readonly pointer: Pointer;

  constructor(engine: Engine) {
    this.engine = engine;
    this.pointer = {
      move: (x, y) => engine.pointer([{ to: { x, y } }]),
      click: (x, y) => engine.pointer([{ to: { x, y } }, 'down', 'up']),
      drag: (from, to) => engine.pointer(dragSteps(from, to)),
    };
  }

  goto(url: string) {
    return this.engine.goto(url);
  }

  reload() {
    return this.engine.reload();
  }

  url() {
    return this.engine.url();
  }

  eval<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R> {
    return this.#run('page', fn, args);
  }

  evalInContentScript<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R> {
    return this.#run('extension', fn, args);
  }

  async evalInLayer<A extends unknown[], R>(fn: (root: ShadowRoot, ...args: A) => R, ...args: A): Promise<R | null> {
    return (await this.engine.runInLayer(String(fn), args)) as R | null;
  }

  async evalInNote<A extends unknown[], R>(fn: (document: Document, ...args: A) => R, ...args: A): Promise<R | null> {
    return (await this.engine.runInFrame(String(fn), args)) as R | null;
  }

  waitFor<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R> {
    const told = args.length > 0 ? ` with ${JSON.stringify(args)}` : '';
    return until(`${fn}${told}`, () => this.#run('page', fn, args));
  }

  press(chord: string) {
    const parts = chord.split('+');
    const key = parts.pop() ?? '';
    const modifiers = parts.map((part) => {
      const modifier = MODIFIERS.find((name) => name === part);
      if (!modifier) throw new Error(`${part} in ${chord} is no modifier: ${MODIFIERS.join(', ')}`);
      return modifier;
    });
    return this.engine.chord(modifiers, letterCase(key, modifiers));
  }

  type(text: string) {
    return this.engine.type(text);
  }

  compose(composing: string, result: string) {
    return this.engine.compose(composing, result);
  }

  async click(selector: string) {
    const centre = await until(`${selector} to be there and have a size`, () => this.#run('own', centreOf, [selector]));
    if (centre) await this.pointer.click(centre.x, centre.y);
  }

  async text(selector: string) {
    const seen = await until(`${selector} to be there`, () => this.#run('own', innerTextOf, [selector]));
    return seen?.text ?? '';
  }

  shadow(selector: string): ShadowHandle {
    const what = `${selector} in our closed shadow root`;
    const look = async () => (await this.engine.runInLayer(String(lookAt), [selector])) as Seen | null;
    const seen = async () => (await until(what, look)) as Seen;
    const visible = async () => {
      const found = await look();
      return found?.shown ? found : null;
    };
    return {
      exists: async () => (await look()) !== null,
      text: async () => (await seen()).text,
      box: async () => (await seen()).box,
      attribute: async (name) => (await seen()).attributes[name] ?? null,
      click: async () => {
        const { box } = (await until(`${what}, to be seen`, visible)) as Seen;
        await this.pointer.click(box.x + box.width / 2, box.y + box.height / 2);
      },
      shown: async ({ patience } = {}) => void (await until(`${what}, to be seen`, visible, patience)),
      gone: async () => void (await until(`no ${what} to be seen`, async () => !(await look())?.present)),
    };
  }

  async textBox(needle: string, nth = 0): Promise<Box> {
    return (await this.#locate(needle, needle, nth)).first;
  }

  async selectText(from: string, to = from) {
    const { first, last } = await this.#locate(from, to, 0);
    // One pixel inside: the caret falls before the first and behind the last character.
    const start = { x: first.x + 1, y: first.y + first.height / 2 };
    const end = { x: last.x + last.width - 1, y: last.y + last.height / 2 };
    await this.pointer.drag(start, end);
  }

  setViewport(width: number, height: number) {
    return this.engine.setViewport(width, height);
  }

  emulateDark(dark: boolean) {
    return this.engine.emulateDark(dark);
  }

  async screenshot(path: string) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await this.engine.capture());
  }

  close() {
    return this.engine.close();
  }

  async #run<A extends unknown[], R>(world: ScriptWorld, fn: PageFunction<A, R>, args: A): Promise<R> {
    return (await this.engine.run(world, String(fn), args)) as R;
  }

  async #locate(from: string, to: string, nth: number) {
    const what = `the text “${from}”${to === from ? '' : ` to “${to}”`} (number ${nth}) on the page`;
    const found = await until(what, () => this.#run('own', locateText, [from, to, nth]));
    if (!found) throw new Error(`no ${what} to be seen`);
    return found;
  }
}

function dragSteps(from: Point, to: Point): PointerStep[] {
  const between = Array.from({ length: DRAG_STEPS }, (_, i) => {
    const part = (i + 1) / DRAG_STEPS;
    return { to: { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part } };
  });
  return [{ to: from }, 'down', ...between, 'up'];
}

/** `Alt+J` names the key as it is printed on a keyboard; what it types is small unless Shift is held. */
function letterCase(key: string, modifiers: Modifier[]): string {
  if (!/^[a-z]$/i.test(key)) return key;
  return modifiers.includes('Shift') ? key.toUpperCase() : key.toLowerCase();
}
