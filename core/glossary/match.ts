/** Finds every label of compiled tables in a text, in one pass over its folded form. */
import { type FoldedText, fold, isQuote } from '../text/fold';
import { pairKey, pairSlot, type TermTables } from './compile';

/** A term in a text: `[start, end)` in the original string. */
export interface TermMatch {
  readonly start: number;
  readonly end: number;
  readonly conceptId: string;
}

const NUMERALS = new Set([...'〇零一二三四五六七八九十百千万亿两0123456789'].map((char) => char.charCodeAt(0)));
const LINE_END = 10;

function isLatin(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/**
 * All matches, nested and overlapping ones included, by start, longer first.
 * Cost is bounded: at each position at most 64 narrowing steps, each a binary search within one bucket.
 */
export function findTerms(tables: TermTables, text: string): TermMatch[] {
  const folded = fold(text);
  const matches: TermMatch[] = [];
  const follows = (at: number) => isQuote(text.charCodeAt((folded.offsets[at] ?? 0) - 1));
  for (let i = 0; i + 1 < folded.codes.length; i++) matchAt(tables, folded, i, follows, matches);
  return matches;
}

function matchAt(
  tables: TermTables,
  folded: FoldedText,
  at: number,
  followsQuote: (at: number) => boolean,
  matches: TermMatch[],
): void {
  const { codes, offsets } = folded;
  const first = codes[at] ?? 0;
  const bucket = findBucket(tables, first, codes[at + 1] ?? 0);
  if (bucket < 0 || splitsWordBefore(codes, at)) return;
  const { pool, starts } = tables;
  let low = tables.pairFirst[bucket] ?? 0;
  let high = tables.pairEnd[bucket] ?? 0;
  const firstFound = matches.length;
  for (let length = 2; low < high; length++) {
    // Labels of just this length sort first in the stretch that shares the prefix.
    while (low < high && (starts[low + 1] ?? 0) - (starts[low] ?? 0) === length) {
      if (!splitsWordAfter(codes, at + length) && (tables.quoted[low] === 0 || followsQuote(at)))
        matches.push({
          start: offsets[at] ?? 0,
          end: (offsets[at + length - 1] ?? 0) + 1,
          conceptId: tables.conceptIds[tables.concepts[low] ?? 0] ?? '',
        });
      low++;
    }
    const next = codes[at + length];
    if (next === undefined || next === LINE_END) break;
    low = bound(pool, starts, low, high, length, next);
    high = bound(pool, starts, low, high, length, next + 1);
  }
  // Found shortest first; a reader wants the longest on top.
  if (matches.length - firstFound > 1)
    matches.splice(firstFound, matches.length, ...matches.slice(firstFound).reverse());
}

function findBucket(tables: TermTables, first: number, second: number): number {
  const { pairKeys } = tables;
  const mask = pairKeys.length - 1;
  const key = pairKey(first, second);
  for (let slot = pairSlot(first, second, mask); pairKeys[slot] !== 0; slot = (slot + 1) & mask)
    if (pairKeys[slot] === key) return slot;
  return -1;
}

/** First label in `[low, high)` whose code at `depth` is at least `code`. */
function bound(pool: Uint16Array, starts: Uint32Array, low: number, high: number, depth: number, code: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pool[(starts[middle] ?? 0) + depth] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 「四个坚持」 must not be found in 「十四个坚持」, nor 5G in B5G. */
function splitsWordBefore(codes: Uint16Array, at: number): boolean {
  const before = codes[at - 1];
  const first = codes[at];
  if (before === undefined || first === undefined) return false;
  return (NUMERALS.has(first) && NUMERALS.has(before)) || (isLatin(first) && isLatin(before));
}

function splitsWordAfter(codes: Uint16Array, end: number): boolean {
  const last = codes[end - 1];
  const after = codes[end];
  return last !== undefined && after !== undefined && isLatin(last) && isLatin(after);
}

/**
 * What is shown of all matches: the leftmost, and of those the longest; the rest is nested in it or overlaps it.
 * @param matches as {@link findTerms} gives them
 */
export function leftmostLongest(matches: readonly TermMatch[]): TermMatch[] {
  const shown: TermMatch[] = [];
  let end = 0;
  for (const match of matches) {
    if (match.start < end) continue;
    shown.push(match);
    end = match.end;
  }
  return shown;
}
