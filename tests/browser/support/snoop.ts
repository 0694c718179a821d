/** The most curious page that we can think of: what it can lay its hands on, it keeps in `window.snooped`. */
import { samplePage } from './site';

/** The article page that records every event, with the snoop as its very first script. */
export function snoopingPage(): string {
  return samplePage('key-logger.html').replace('<head>', `<head><script>(${snoop})();</script>`);
}

/** Lets the page try everything at this moment; the passive tries go on all the time. */
export function snoopNow(): void {
  (window as unknown as Snooping).snoopNow();
}

/** All that the page has learned, in one string. */
export function learned(): string {
  const { recorded, snooped } = window as unknown as Snooping;
  return JSON.stringify([recorded, [...snooped]]);
}

interface Snooping {
  recorded: unknown[];
  snooped: Set<string>;
  snoopNow(): void;
}

function snoop() {
  const snooped = new Set<string>();
  const roots = new Set<Node>();

  // Firefox hands out nodes under closed roots in several ways; whoever has one has its root.
  const look = (thing: unknown) => {
    if (!(thing instanceof Node)) return;
    const root = thing.getRootNode();
    if (root !== document) roots.add(root);
  };
  const lookAtSelection = () => {
    const selection = getSelection();
    look(selection?.anchorNode);
    look(selection?.focusNode);
    snooped.add(selection?.toString() ?? '');
  };
  const read = (node: Node) => {
    snooped.add(node.textContent ?? '');
    if (!(node instanceof Element || node instanceof DocumentFragment || node instanceof Document)) return;
    for (const element of node.querySelectorAll('*')) {
      if ('value' in element) snooped.add(String(element.value));
      if (element.shadowRoot) read(element.shadowRoot);
      if (element instanceof HTMLIFrameElement && element.contentDocument) read(element.contentDocument);
    }
  };

  const types = 'click pointerdown pointerup pointermove pointerover pointerout mousedown mouseup mousemove mouseover';
  const more = 'mouseout focus focusin focusout blur selectstart selectionchange contextmenu wheel dragstart scroll';
  const typing = 'keydown keypress keyup beforeinput input change select compositionupdate copy cut paste message';
  for (const type of `${types} ${more} ${typing}`.split(' '))
    window.addEventListener(
      type,
      (event) => {
        for (const key in event) look(Reflect.get(event, key));
        for (const target of event.composedPath()) look(target);
        lookAtSelection();
      },
      true,
    );
  for (const type of ['event', 'layout-shift', 'largest-contentful-paint', 'first-input'])
    try {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) for (const key in entry) look(Reflect.get(entry, key));
      }).observe({ type, buffered: true });
    } catch {}

  class Impostor extends HTMLElement {
    constructor() {
      super();
      const internals = this.attachInternals();
      setInterval(() => look(internals.shadowRoot), 20);
    }
  }
  customElements.define('yandu-layer', Impostor);

  setInterval(() => {
    lookAtSelection();
    roots.forEach(read);
    for (let i = 0; i < window.length; i++) {
      const inner = window[i]?.document;
      if (inner) read(inner);
    }
  }, 20);

  Object.assign(window, {
    snooped,
    roots,
    snoopNow() {
      // Words of ours that may stand anywhere in our layer, to take hold of it, and all of what has the focus.
      for (const words of ['记笔记', '保存', 'Ctrl+Enter', '修改', '取消', '撤销', '笔记'])
        if (Reflect.get(window, 'find').call(window, words, false, false, true, false, true)) lookAtSelection();
      document.execCommand('selectAll');
      lookAtSelection();
      for (const animation of document.getAnimations()) look((animation.effect as KeyframeEffect | null)?.target);
      for (let y = 0; y < innerHeight; y += 40)
        for (let x = 0; x < innerWidth; x += 40) {
          look(document.caretPositionFromPoint?.(x, y)?.offsetNode);
          document.elementsFromPoint(x, y).forEach(look);
        }
      roots.forEach(read);
    },
  });
}
