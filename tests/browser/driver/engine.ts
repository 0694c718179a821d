import type { Point } from './types';

/**
 * Where a script runs: in the page's own world, in one of the driver's where the page's scripts do not reach, or in
 * the one where our content scripts live.
 */
export type ScriptWorld = 'page' | 'own' | 'extension';

export type PointerStep = { to: Point } | 'down' | 'up';

/** What each browser must be able to do with one document; {@link DrivenPage} builds the rest on it. */
export interface Engine {
  /** Runs a function, given as source text, with arguments that JSON can carry. */
  run(world: ScriptWorld, source: string, args: unknown[]): Promise<unknown>;
  /** Runs a function whose first argument is our closed shadow root; null when there is none. */
  runInLayer(source: string, args: unknown[]): Promise<unknown>;
  /** Runs a function whose first argument is the document of the frame in our layer; null when there is none. */
  runInFrame(source: string, args: unknown[]): Promise<unknown>;
  pointer(steps: PointerStep[]): Promise<void>;
  /** Presses the modifiers, then the key, and lets go in reverse; names as in KeyboardEvent.key. */
  chord(modifiers: Modifier[], key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Enters text as an input method does: what is being composed, then what comes of it. */
  compose(composing: string, result: string): Promise<void>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  url(): Promise<string>;
  setViewport(width: number, height: number): Promise<void>;
  emulateDark(dark: boolean): Promise<void>;
  /** What the viewport shows, as PNG. */
  capture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta'] as const;
export type Modifier = (typeof MODIFIERS)[number];

/** The custom element on the page that carries our closed shadow root. */
export const LAYER = 'yandu-layer';
