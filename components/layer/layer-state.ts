/** What our layer over the page shows; one object, replaced as a whole. */
import type { AnnotationView } from '../../core/annotation/annotation';
import type { Colour } from '../../core/annotation/colour';
import type { Concept, Sense } from '../../core/glossary/pack';

/** Boxes to stand beside; asked anew whenever the page scrolls. */
export interface Anchor {
  readonly rects: () => DOMRect[];
  /** Where the pointer was, for words that run over two lines. */
  readonly point?: { readonly x: number; readonly y: number };
}

export interface TermCardState {
  readonly anchor: Anchor;
  /** The words as they stand in the page. */
  readonly words: string;
  /** Undefined while it is fetched, null when the glossary does not know it any more. */
  readonly concept: Concept | null | undefined;
  readonly sense: Sense | null;
  /** Stays until it is closed. */
  readonly pinned: boolean;
  /** Opened by keyboard: takes the focus. */
  readonly focus: boolean;
}

export interface NoteCardState {
  readonly anchor: Anchor;
  readonly annotation: AnnotationView;
}

export interface BarState {
  readonly anchor: Anchor;
  readonly focus: boolean;
}

export interface EditorState {
  readonly anchor: Anchor;
  readonly quote: string;
  readonly body: string;
  readonly colour: Colour;
}

export interface ToastState {
  readonly message: string;
  readonly tone: 'done' | 'problem';
  readonly undo?: () => void;
}

export interface LayerState {
  readonly term: TermCardState | null;
  readonly note: NoteCardState | null;
  readonly bar: BarState | null;
  readonly editor: EditorState | null;
  readonly toast: ToastState | null;
}

export const EMPTY_LAYER: LayerState = { term: null, note: null, bar: null, editor: null, toast: null };

/** What the reader wants, said by the layer to the page's controller. */
export interface LayerIntents {
  readonly closeTerm: () => void;
  readonly pinTerm: () => void;
  readonly stepTerm: (step: 1 | -1) => void;
  readonly pointerOverCard: (over: boolean) => void;
  readonly highlight: (colour: Colour) => void;
  readonly writeNote: () => void;
  readonly copy: () => void;
  readonly openPanel: () => void;
  readonly closeBar: () => void;
  readonly saveNote: (body: string) => void;
  readonly cancelNote: (body: string) => void;
  readonly editNote: (annotation: AnnotationView) => void;
  readonly recolour: (annotation: AnnotationView, colour: Colour) => void;
  readonly remove: (annotation: AnnotationView) => void;
  readonly closeNote: () => void;
  readonly dismissToast: () => void;
}
