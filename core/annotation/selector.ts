/** Describes a passage so that it can be found again: its words, what stands around them, and where it stood. */
import { foldToString } from '../text/fold';
import type { Target } from './annotation';

/** Characters of context on each side: W3C names no number; 32 tells apart all but formulas that repeat in full. */
const CONTEXT = 32;

/** Moves an offset off the middle of a surrogate pair. */
function wholeCharacter(text: string, offset: number, direction: -1 | 1): number {
  const code = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  const splits = code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
  return splits ? offset + direction : offset;
}

/**
 * Cuts white space and halves of characters off the ends of a selection.
 * @returns null when nothing is left, or nothing but quotation marks, which nobody could find again
 */
export function tidySelection(text: string, start: number, end: number): { start: number; end: number } | null {
  let from = wholeCharacter(text, Math.max(0, start), -1);
  let to = wholeCharacter(text, Math.min(text.length, end), 1);
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return foldToString(text.slice(from, to), 'drop') === '' ? null : { start: from, end: to };
}

/** @param start @param end offsets into `text`, as {@link tidySelection} gives them */
export function describe(text: string, start: number, end: number): Target {
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(wholeCharacter(text, Math.max(0, start - CONTEXT), 1), start),
      suffix: text.slice(end, wholeCharacter(text, Math.min(text.length, end + CONTEXT), -1)),
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}
