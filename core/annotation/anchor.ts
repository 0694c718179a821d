/**
 * Finds a described passage again, or says that it is not there. Works on folded texts, so that width, quotes and
 * spaces do not matter. Only the very words are accepted: a note on the wrong sentence is worse than a lost one.
 */
import { codesToString, type FoldedText, fold, foldedIndex, foldToString, originalRange } from '../text/fold';
import type { Target } from './annotation';
import { tidySelection } from './selector';

export type Anchoring =
  | { readonly state: 'in-place' | 'moved'; readonly start: number; readonly end: number }
  | { readonly state: 'gone'; readonly reason: 'not-found' | 'ambiguous' | 'damaged' };

/** A document's text made ready once for all its annotations. */
export interface AnchoringIndex {
  readonly text: string;
  readonly folded: FoldedText;
  readonly haystack: string;
}

export function indexForAnchoring(text: string): AnchoringIndex {
  // Lines join: the same paragraph may be broken differently on another site.
  const folded = fold(text, 'drop');
  return { text, folded, haystack: codesToString(folded.codes) };
}

export function anchor(index: AnchoringIndex, { quote, position }: Target): Anchoring {
  const words = fold(quote.exact, 'drop');
  const sought: Sought = {
    needle: codesToString(words.codes),
    prefix: foldToString(quote.prefix, 'drop'),
    suffix: foldToString(quote.suffix, 'drop'),
    stored: foldedIndex(index.folded, position.start),
  };
  if (sought.needle.length === 0) return { state: 'gone', reason: 'damaged' };
  const place = findPlace(index.haystack, sought);
  if (typeof place === 'string') return { state: 'gone', reason: place };
  return { state: place === sought.stored ? 'in-place' : 'moved', ...rangeAt(index, place, words) };
}

interface Sought {
  readonly needle: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where it stood, in the folded text. */
  readonly stored: number;
}

/** Characters to compare before giving up: only words that repeat without end come near it. */
const MOST_COMPARED = 50_000_000;

/** Words that stand only once in a text and are this long were hardly written there by somebody else. */
const SPEAKS_FOR_ITSELF = 12;

/**
 * The place whose surroundings are most like those described; where several are, the one where it stood. Words that
 * repeat, as formulas do, must be in at least half of their surroundings: the same phrase on another page of a document
 * is another passage.
 */
function findPlace(haystack: string, sought: Sought): number | 'not-found' | 'ambiguous' {
  const { needle, prefix, suffix, stored } = sought;
  const contextAt = (at: number) => sharedEnd(haystack, at, prefix) + sharedStart(haystack, at + needle.length, suffix);
  const untouched = haystack.startsWith(needle, stored) && contextAt(stored) === prefix.length + suffix.length;
  if (untouched) return stored;
  let best = -1;
  let place = -1;
  let alike = 0;
  let found = 0;
  let compared = 0;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const context = contextAt(at);
    found++;
    alike = context === best ? alike + 1 : context > best ? 1 : alike;
    if (context > best || (context === best && at === stored)) place = at;
    best = Math.max(best, context);
    compared += needle.length + context;
    if (compared > MOST_COMPARED) return 'ambiguous';
  }
  if (place < 0) return 'not-found';
  // Several places that look the same around the words, and none where it stood: saying so beats guessing.
  if (alike > 1 && place !== stored) return 'ambiguous';
  const described = prefix.length + suffix.length;
  const unmistakable = place === stored || needle.length >= SPEAKS_FOR_ITSELF;
  const enough = found > 1 ? best * 2 >= described : unmistakable || best * 4 >= described;
  return enough ? place : 'ambiguous';
}

/** The range in the original text, with as many of the quotation marks at its edges as were described. */
function rangeAt({ text, folded }: AnchoringIndex, at: number, words: FoldedText): { start: number; end: number } {
  const length = words.codes.length;
  const range = originalRange(folded, at, at + length);
  const described = originalRange(words, 0, length);
  const total = words.offsets[length] ?? 0;
  const previous = at > 0 ? (folded.offsets[at - 1] ?? 0) + 1 : 0;
  const next = folded.offsets[at + length] ?? text.length;
  const start = Math.max(previous, range.start - described.start);
  const end = Math.min(next, range.end + total - described.end);
  return tidySelection(text, start, end) ?? range;
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
