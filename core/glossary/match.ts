/** Finds every label of compiled tables in a text, in one pass over its folded form. */
import { type FoldedText, fold, isQuote } from '../text/fold';
import { pairKey, pairSlot, type TermTables } from './compile';
import type { TermMatch } from './term-match';

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
  const isQuoted = (start: number, end: number) => isQuote(text.charCodeAt(start - 1)) && isQuote(text.charCodeAt(end));
  for (let i = 0; i + 1 < folded.codes.length; i++) matchAt(tables, folded, i, isQuoted, matches);
  return matches;
}

function matchAt(
  tables: TermTables,
  folded: FoldedText,
  at: number,
  isQuoted: (start: number, end: number) => boolean,
  matches: TermMatch[],
): void {
  const { codes, offsets } = folded;
  const first = codes[at] ?? 0;
  const bucket = findBucket(tables, first, codes[at + 1] ?? 0);
  if (bucket < 0 || splitsWordBefore(folded, at)) return;
  const start = offsets[at] ?? 0;
  const { pool, starts } = tables;
  let low = tables.pairFirst[bucket] ?? 0;
  let high = tables.pairEnd[bucket] ?? 0;
  const firstFound = matches.length;
  for (let length = 2; low < high; length++) {
    // Labels of just this length sort first in the stretch that shares the prefix.
    while (low < high && (starts[low + 1] ?? 0) - (starts[low] ?? 0) === length) {
      const end = (offsets[at + length - 1] ?? 0) + 1;
      if (!splitsWordAfter(folded, at + length) && (tables.quoted[low] === 0 || isQuoted(start, end)))
        matches.push({ start, end, conceptId: tables.conceptIds[tables.concepts[low] ?? 0] ?? '' });
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

/** Whether nothing stands between a folded character and the one before it: Latin words are told apart by spaces. */
function isJoined({ offsets }: FoldedText, at: number): boolean {
  return (offsets[at] ?? 0) - (offsets[at - 1] ?? 0) === 1;
}

/** 「四个坚持」 must not be found in 「十四个坚持」, nor 5G in B5G; but it is found in 「5G RedCap」. */
function splitsWordBefore(folded: FoldedText, at: number): boolean {
  const before = folded.codes[at - 1];
  const first = folded.codes[at];
  if (before === undefined || first === undefined) return false;
  if (isLatin(first) && isLatin(before)) return isJoined(folded, at);
  return NUMERALS.has(first) && NUMERALS.has(before);
}

function splitsWordAfter(folded: FoldedText, end: number): boolean {
  const last = folded.codes[end - 1];
  const after = folded.codes[end];
  return last !== undefined && after !== undefined && isLatin(last) && isLatin(after) && isJoined(folded, end);
}
