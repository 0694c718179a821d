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
  private probed = false;
  private readonly first: boolean;

  /** @param first whether no script of the page can have run before this */
  constructor(target: Window, first: boolean, signal: AbortSignal) {
    this.first = first;
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
    else this.probed = true;
  }

  /** Names the element whose events are ours, and who gets them. */
  cover(host: Element, handler: PrivateEventHandler): void {
    this.host = host;
    this.handler = handler;
  }

  /**
   * Whether a note may be typed on this page: we stood here first and still do. `document.open()` of the page takes
   * every listener off the window, ours too, so each time is checked anew.
   */
  isWhole(): boolean {
    if (!this.first || this.host === null) return false;
    this.probed = false;
    // An event without a key or text: if nobody stops it, the page learns nothing from it.
    this.host.dispatchEvent(new Event('keyup', { bubbles: true, composed: true, cancelable: true }));
    return this.probed;
  }
}
