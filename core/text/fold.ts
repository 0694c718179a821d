/**
 * Folding: one text and its many typesettings become the same string, with a way back to the original offsets.
 * The matcher, the anchoring and the search compare folded texts only, so that width, quotes and spacing never matter.
 */

/** Rises whenever folding gives another result for some text; stored beside every fingerprint and snapshot. */
export const FOLD_VERSION = 1;

/** A folded text: `codes[i]` came from `text[offsets[i]]`; `offsets[codes.length]` is the length of the original. */
export interface FoldedText {
  readonly codes: Uint16Array;
  readonly offsets: Int32Array;
}

const SKIP = 0;

// Space of every kind but the line end, zero-width characters, soft hyphen.
const SKIPPED_SPACE =
  '\t\v\f\r \u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u202f\u205f\u2060\u3000\ufeff';
// Quotes come and go inside a term (“三区”“三线”), so they carry no meaning for matching.
const SKIPPED_QUOTES = '"\'`“”‘’„‟‚‛«»「」『』﹁﹂﹃﹄〝〞〟＂＇｀';

const SAME: ReadonlyArray<readonly [from: string, to: string]> = [
  ['○◯', '〇'],
  ['—–―‒−－', '-'],
  ['•・‧⋅∙●', '·'],
  ['【〔［﹝〖', '['],
  ['】〕］﹞〗', ']'],
  ['∶︰', ':'],
];

const TABLE = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = code;
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  for (let code = 0x41; code <= 0x5a; code++) table[code] = code + 32;
  for (let code = 0xff21; code <= 0xff3a; code++) table[code] = code - 0xfee0 + 32;
  for (const [from, to] of SAME) for (const char of from) table[char.charCodeAt(0)] = to.charCodeAt(0);
  for (const char of SKIPPED_SPACE + SKIPPED_QUOTES) table[char.charCodeAt(0)] = SKIP;
  return table;
}

/** What becomes of line ends: hard ends that no term crosses, or nothing, for passages that run over paragraphs. */
export type LineEnds = 'keep' | 'drop';

const LINE_END = 10;

/** Whether a UTF-16 code is a quotation mark. */
export function isQuote(code: number): boolean {
  return SKIPPED_QUOTES.includes(String.fromCharCode(code));
}

/**
 * Folds a text: width, letter case, dashes, dots and brackets become one form; spaces and quotes go;
 * 、，。；： stay, since they separate meaning.
 * @param text any string; offsets are UTF-16 code units
 */
export function fold(text: string, lineEnds: LineEnds = 'keep'): FoldedText {
  const codes = new Uint16Array(text.length);
  const offsets = new Int32Array(text.length + 1);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const folded = TABLE[text.charCodeAt(i)] ?? SKIP;
    if (folded === SKIP || (folded === LINE_END && lineEnds === 'drop')) continue;
    codes[length] = folded;
    offsets[length++] = i;
  }
  offsets[length] = text.length;
  return { codes: codes.subarray(0, length), offsets: offsets.subarray(0, length + 1) };
}

/** The folded text as a string. */
export function foldToString(text: string, lineEnds: LineEnds = 'keep'): string {
  return codesToString(fold(text, lineEnds).codes);
}

/** A string of UTF-16 codes; in slices, since argument lists are limited. */
export function codesToString(codes: Uint16Array): string {
  let out = '';
  for (let i = 0; i < codes.length; i += 8192) out += String.fromCharCode(...codes.subarray(i, i + 8192));
  return out;
}

/**
 * The folded index of an original offset: the first folded character at or after it.
 * @returns `codes.length` when only skipped characters follow
 */
export function foldedIndex(folded: FoldedText, offset: number): number {
  let low = 0;
  let high = folded.codes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((folded.offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Original range of a folded range `[start, end)`; skipped characters at its edges stay out. */
export function originalRange(folded: FoldedText, start: number, end: number): { start: number; end: number } {
  const first = folded.offsets[start] ?? 0;
  return { start: first, end: end > start ? (folded.offsets[end - 1] ?? first) + 1 : first };
}
