/** The surface that tests and the headless `npm start` see. Two browsers stand behind it; nothing here tells which. */

export type BrowserName = 'chrome' | 'firefox';

export interface Point {
  x: number;
  y: number;
}

/** A rectangle in CSS pixels of the viewport, as the pointer counts them. */
export interface Box extends Point {
  width: number;
  height: number;
}

/** A function that runs in a page: it is sent as source text, so it must not use anything from outside itself. */
export type PageFunction<A extends unknown[], R> = (...args: A) => R | Promise<R>;

export interface OpenOptions {
  /** Port of the {@link World} on this machine; every request of the browser goes there. */
  proxyPort: number;
  /** A profile to continue with; without it a fresh one is made, and removed when the session closes. */
  profile?: string;
  /** Language of the browser's own interface, which the extension follows. */
  locale?: 'zh-CN' | 'en-US';
  /** The built extension; by default the one in .output. `null` opens the browser without it. */
  extension?: string | null;
  /** Another browser binary; YANDU_CHROMIUM and YANDU_FIREFOX name one for a whole run (older versions must work too). */
  executable?: string;
}

export interface Session {
  readonly name: BrowserName;
  /** Origin of the extension's own pages, without a slash at the end. */
  readonly base: string;
  readonly profile: string;
  /** Folder that the browser saves downloads to without asking. */
  readonly downloads: string;
  newPage(url?: string): Promise<Page>;
  /** The tab that the product opened: waits until one shows an address that begins so. */
  tabAt(address: string): Promise<Page>;
  /** Installs the extension now, under the pages that are open already; for sessions opened without it. */
  install(): Promise<void>;
  /**
   * The real side panel (Firefox: sidebar) of the window. Opens it, unless the product was asked to: with
   * `open: false` it waits for the panel that a click on our own button brings up.
   */
  sidePanel(options?: { open?: boolean }): Promise<Page>;
  /** The real toolbar popup over `page`; the browser closes it when the page is used again. */
  popup(page: Page): Promise<Page>;
  /** Waits until a download whose name ends so is complete, and gives its absolute path. */
  download(suffix: string): Promise<string>;
  close(): Promise<void>;
  /** SIGKILL, as a crash would: the profile stays. */
  kill(): Promise<void>;
}

export interface Page {
  readonly pointer: Pointer;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  url(): Promise<string>;
  /** Runs in the page's own world and gives back what can be written as JSON. */
  eval<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R>;
  /** Runs in the world of our content scripts, with what the browser gives them. */
  evalInContentScript<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R>;
  /** Runs with our closed shadow root, in a world that neither the page nor our scripts see; null without a root. */
  evalInLayer<A extends unknown[], R>(fn: (root: ShadowRoot, ...args: A) => R, ...args: A): Promise<R | null>;
  /** The same with the document of the frame in our layer that holds a note. */
  evalInNote<A extends unknown[], R>(fn: (document: Document, ...args: A) => R, ...args: A): Promise<R | null>;
  /** Asks every 50 ms until the answer is truthy, and gives that answer. */
  waitFor<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R>;
  /** A chord such as `Alt+J`, `Escape`, `Shift+Tab`. */
  press(chord: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Enters text as an input method does, such as `nihao` that becomes 你好. */
  compose(composing: string, result: string): Promise<void>;
  /** Scrolls to an element of the open document and presses the real pointer at its centre. */
  click(selector: string): Promise<void>;
  /** The visible text of an element of the open document, once it is there. */
  text(selector: string): Promise<string>;
  /** Handle into our closed shadow root. */
  shadow(selector: string): ShadowHandle;
  /** Where a text of the page's own DOM stands, after scrolling it into view; `nth` counts from 0. */
  textBox(needle: string, nth?: number): Promise<Box>;
  /** Selects from the start of one text to the end of another by dragging the real pointer. */
  selectText(from: string, to?: string): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  emulateDark(dark: boolean): Promise<void>;
  /** Saves what the viewport shows as PNG. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Trusted input: the browser itself makes the events, the page cannot tell them from a hand's. */
export interface Pointer {
  move(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  drag(from: Point, to: Point): Promise<void>;
}

/** An element inside our closed shadow root. Every method but `exists` waits until the element is there. */
export interface ShadowHandle {
  exists(): Promise<boolean>;
  text(): Promise<string>;
  box(): Promise<Box>;
  attribute(name: string): Promise<string | null>;
  /** The real pointer at its centre. */
  click(): Promise<void>;
  /** Waits until the element can be seen: there, with a size, not hidden, not moving or fading any more. */
  shown(options?: { patience?: number }): Promise<void>;
  /** Waits until the element cannot be seen, or is not there. */
  gone(): Promise<void>;
}
