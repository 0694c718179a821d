/**
 * Keeps what is typed into our host from the page. A closed shadow root hides elements, not events: a listener at
 * window capture sees every key typed in it. Standing there first, we stop events aimed at our host and hand them to
 * our own editor. Stopping does not prevent: the browser still types the character into the focused field.
 */

const PRIVATE_EVENTS = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'textInput',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'beforecopy',
  'beforecut',
  'beforepaste',
  'dragstart',
  'drop',
] as const;

/** Firefox tells of the nodes under a closed root by properties of these; our own views do not need these. */
const TELLING_EVENTS = [
  ...['focus', 'blur', 'focusin', 'focusout', 'click', 'auxclick', 'dblclick', 'contextmenu', 'wheel'],
  ...['over', 'out', 'enter', 'leave', 'move', 'down', 'up'].flatMap((what) => [`mouse${what}`, `pointer${what}`]),
  ...['dragenter', 'dragover', 'dragleave', 'touchstart', 'touchmove', 'touchend'],
];
const TELLING_PROPERTIES = ['originalTarget', 'explicitOriginalTarget', 'rangeParent'];

export type PrivateEventHandler = (event: Event) => void;

export class Shield {
  private host: Element | null = null;
  private handler: PrivateEventHandler | null = null;
  /** An event of a name that no page can guess, by which we look whether our listeners are there. */
  private readonly probe = `${Math.random()}`;
  private probed = false;
  private readonly target: Window;
  private readonly signal: AbortSignal;
  private first: boolean;

  /** @param first whether no script of the page can have run before this */
  constructor(target: Window, first: boolean, signal: AbortSignal) {
    this.target = target;
    this.first = first;
    this.signal = signal;
    this.stand();
  }

  private stand(): void {
    const { target, signal, probe } = this;
    target.addEventListener(probe, () => (this.probed = true), { signal });
    for (const type of PRIVATE_EVENTS)
      target.addEventListener(type, (event) => this.guard(event), { capture: true, signal });
    if (!import.meta.env.FIREFOX) return;
    const silence = (event: Event) => {
      if (TELLING_PROPERTIES.some((name) => this.isInnermost(Reflect.get(event, name))))
        event.stopImmediatePropagation();
    };
    for (const type of TELLING_EVENTS) target.addEventListener(type, silence, { capture: true, signal });
  }

  /** Whether a node stands under a root within our root, where the reader's own words are. */
  private isInnermost(node: unknown): boolean {
    if (!(node instanceof Node)) return false;
    const root = node.getRootNode();
    const outer = root instanceof ShadowRoot ? root.host.getRootNode() : null;
    return outer instanceof ShadowRoot && outer.host === this.host;
  }

  private guard(event: Event): void {
    if (this.host === null || event.target !== this.host) return;
    event.stopImmediatePropagation();
    if (event.isTrusted) this.handler?.(event);
  }

  /** Names the element whose events are ours, and who gets them. */
  cover(host: Element, handler: PrivateEventHandler): void {
    this.host = host;
    this.handler = handler;
  }

  /** Whether a note may be typed on this page: we stood here first and still do, and can reach into a frame of ours. */
  isWhole(): boolean {
    // A page in a sandbox has no origin, so no frame is of the same.
    return this.first && this.target.origin !== 'null' && this.stands();
  }

  /**
   * Takes its place again where `document.open()` of the page took every listener off the window, ours too; behind
   * the page's scripts now, so it is never whole again.
   * @returns whether that was needed
   */
  renew(): boolean {
    if (this.stands()) return false;
    this.first = false;
    this.stand();
    return true;
  }

  private stands(): boolean {
    this.probed = false;
    this.target.dispatchEvent(new Event(this.probe));
    return this.probed;
  }
}
