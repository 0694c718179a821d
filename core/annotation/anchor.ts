/**
 * Finds a described passage again, or says that it is not there. Works on folded texts, so that width, quotes and
 * spaces do not matter. Only the very words are accepted: a note on the wrong sentence is worse than a lost one.
 */
import { codesToString, type FoldedText, fold, foldedIndex, foldToString, originalRange } from '../text/fold';
import type { Target } from './annotation';

export type Anchoring =
  | { readonly state: 'in-place' | 'moved'; readonly start: number; readonly end: number }
  | { readonly state: 'gone'; readonly reason: 'not-found' | 'ambiguous' | 'damaged' };

/** A document's text made ready once for all its annotations. */
export interface AnchoringIndex {
  readonly folded: FoldedText;
  readonly haystack: string;
}

export function indexForAnchoring(text: string): AnchoringIndex {
  // Lines join: the same paragraph may be broken differently on another site.
  const folded = fold(text, 'drop');
  return { folded, haystack: codesToString(folded.codes) };
}

export function anchor(index: AnchoringIndex, { quote, position }: Target): Anchoring {
  const needle = foldToString(quote.exact, 'drop');
  if (needle.length === 0) return { state: 'gone', reason: 'damaged' };
  const found = occurrences(index.haystack, needle);
  if (found.length === 0) return { state: 'gone', reason: 'not-found' };
  const prefix = foldToString(quote.prefix, 'drop');
  const suffix = foldToString(quote.suffix, 'drop');
  const stored = foldedIndex(index.folded, position.start);
  const candidates = found.map((at) => ({
    at,
    context: sharedEnd(index.haystack, at, prefix) + sharedStart(index.haystack, at + needle.length, suffix),
  }));
  const best = Math.max(...candidates.map(({ context }) => context));
  const winners = candidates.filter(({ context }) => context === best);
  const [winner] = winners;
  const inPlace = winners.find(({ at }) => at === stored) ?? (winners.length === 1 ? winner : undefined);
  // Several places that look the same around the words, and none where it stood: saying so beats guessing.
  if (!inPlace) return { state: 'gone', reason: 'ambiguous' };
  // Words that also stand elsewhere count only with some of their surroundings.
  if (found.length > 1 && best === 0 && inPlace.at !== stored) return { state: 'gone', reason: 'ambiguous' };
  const range = originalRange(index.folded, inPlace.at, inPlace.at + needle.length);
  return { state: inPlace.at === stored ? 'in-place' : 'moved', ...range };
}

function occurrences(haystack: string, needle: string): number[] {
  const found: number[] = [];
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) found.push(at);
  return found;
}

function sharedEnd(haystack: string, end: number, prefix: string): number {
  let shared = 0;
  while (
    shared < prefix.length &&
    shared < end &&
    haystack.charCodeAt(end - 1 - shared) === prefix.charCodeAt(prefix.length - 1 - shared)
  )
    shared++;
  return shared;
}

function sharedStart(haystack: string, start: number, suffix: string): number {
  let shared = 0;
  while (shared < suffix.length && haystack.charCodeAt(start + shared) === suffix.charCodeAt(shared)) shared++;
  return shared;
}
