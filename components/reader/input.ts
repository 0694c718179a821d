/** The reader's pointer and keys on the page. Only trusted events count. */
import type { Layer } from '../layer/layer';
import { offsetAtPoint } from '../marks/point';
import type { Shield } from '../shield/shield';
import type { Marking } from './marking';
import type { NoteWriting } from './note-writing';
import type { Reader } from './reader';
import type { TermCards } from './term-cards';

interface Parts {
  readonly reader: Reader;
  readonly layer: Layer;
  readonly cards: TermCards;
  readonly marking: Marking;
  readonly writing: NoteWriting;
  readonly shield: Shield;
}

const EDITABLE = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
/** A selection that is still being drawn changes many times a second. */
const SELECTION_RESTS_MS = 120;

export function listenToReader(parts: Parts, signal: AbortSignal): void {
  parts.shield.cover(parts.layer.host, (event) => handlePrivate(parts, event));
  followPointer(parts, signal);
  followSelection(parts, signal);
  followKeys(parts, signal);
}

function followPointer({ reader, layer, cards, marking }: Parts, signal: AbortSignal): void {
  let frame = 0;
  let latest: PointerEvent | null = null;
  const options = { capture: true, passive: true, signal } as const;
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch' || event.target === layer.host) return;
      // The last place within a frame counts: it is where the pointer may come to rest.
      latest = event;
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        const { session } = reader;
        if (!latest) return;
        const { clientX: x, clientY: y, buttons } = latest;
        // A card opening under a selection that is being drawn would be in its way.
        if (!session || buttons !== 0 || layer.current().bar || layer.current().editor) return;
        const offset = offsetAtPoint(session.map, x, y);
        const term = offset === null ? null : session.termAt(offset);
        cards.hover.over(term && { term, point: { x, y } });
      });
    },
    options,
  );
  window.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.target === layer.host) return;
      const { session } = reader;
      const offset = session && offsetAtPoint(session.map, event.clientX, event.clientY);
      cards.close();
      if (layer.current().note) layer.update({ note: null });
      if (!session || offset === null || layer.current().editor || !document.getSelection()?.isCollapsed) return;
      const placed = session.annotationAt(offset);
      const term = session.termAt(offset);
      if (placed && placed.anchoring.state !== 'gone')
        marking.showNote(placed.annotation, { session, ...placed.anchoring });
      else if (term) void cards.show({ term, point: { x: event.clientX, y: event.clientY } }, 'click');
    },
    options,
  );
}

function followSelection({ marking, layer }: Parts, signal: AbortSignal): void {
  let pressed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    if (!pressed) timer = setTimeout(() => marking.followSelection(), SELECTION_RESTS_MS);
  };
  const options = { capture: true, passive: true, signal } as const;
  window.addEventListener(
    'pointerdown',
    (event) => (pressed = event.isTrusted && event.target !== layer.host),
    options,
  );
  for (const type of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(
      type,
      () => {
        pressed = false;
        settle();
      },
      options,
    );
  document.addEventListener('selectionchange', settle, options);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

function isTyping(event: KeyboardEvent): boolean {
  // 229: the key belongs to an input method.
  return event.isComposing || event.keyCode === 229;
}

function followKeys({ cards, marking, layer }: Parts, signal: AbortSignal): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.target === layer.host || isTyping(event)) return;
      if (event.key === 'Escape') closeTopmost(layer, cards, marking);
      if (event.target instanceof Element && event.target.matches(EDITABLE)) return;
      const acted = shortcut(event, cards, marking);
      if (acted) event.preventDefault();
    },
    { capture: true, signal },
  );
}

function shortcut(event: KeyboardEvent, cards: TermCards, marking: Marking): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  // By place, not by character: Alt+J gives other characters on some keyboards.
  if (event.code === 'KeyJ') cards.step(1);
  else if (event.code === 'KeyK') cards.step(-1);
  else if (event.code === 'KeyM') marking.focusBar();
  else return false;
  return true;
}

function closeTopmost(layer: Layer, cards: TermCards, marking: Marking): void {
  const { note, bar, term } = layer.current();
  if (note) layer.update({ note: null });
  else if (term) cards.close();
  else if (bar) marking.closeBar();
}

/** Keys typed into our own layer; they come through the shield and reach nobody else. */
function handlePrivate({ layer, cards, marking, writing }: Parts, event: Event): void {
  if (!(event instanceof KeyboardEvent) || event.type !== 'keydown' || isTyping(event)) return;
  const state = layer.current();
  const typed = layer.typedText();
  if (state.editor && typed !== null) {
    if (event.key === 'Escape') writing.cancel(typed);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void writing.save(typed);
    return;
  }
  if (event.key === 'Escape') closeTopmost(layer, cards, marking);
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
  if (step !== null) {
    if (state.term) cards.step(step);
    else layer.stepFocus(step);
    event.preventDefault();
  }
  const colour = /^Digit([1-5])$/.exec(event.code)?.[1];
  if (state.bar && colour) void marking.highlight(Number(colour) as 1 | 2 | 3 | 4 | 5);
  if (shortcut(event, cards, marking)) event.preventDefault();
}
