/** A mark: a stretch of the text that is drawn, and what it stands for. */
import type { Colour } from '../../core/annotation/colour';

/** Highlight layers by number: 0 terms, 1–5 the reader's colours, 6 the flash. Their names tell the page nothing. */
export type LayerNumber = 0 | Colour | 6;

export const TERM_LAYER = 0;
export const FLASH_LAYER = 6;

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly layer: LayerNumber;
}
