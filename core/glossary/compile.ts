/**
 * Compiles labels to typed arrays: folded, sorted, with a hash from the first two characters to the stretch of the
 * sorted pool that starts so. Built once a pack version, kept in IndexedDB, loaded by the worker in milliseconds.
 * Measured against automata in shared research: as fast as the best, a fifth of the memory.
 */
import { fold } from '../text/fold';
import { type FoundForm, formsOf, type Pack } from './pack';

/** Rises whenever the tables change shape or folding changes. */
export const TABLES_VERSION = 1;

/** A longer label is no term; the cap bounds the work at each position. */
const LONGEST_LABEL = 64;
const SHORTEST_LABEL = 2;
const LINE_END = 10;

export interface TermTables {
  readonly version: number;
  /** Folded labels one after another, sorted by code. */
  readonly pool: Uint16Array;
  /** `pool` offset of each label; one more than labels. */
  readonly starts: Uint32Array;
  /** Concept index of each label. */
  readonly concepts: Uint32Array;
  /** 1 for a label that counts only between quotation marks. */
  readonly quoted: Uint8Array;
  readonly conceptIds: readonly string[];
  /** Open-addressed hash: the two first codes + 1, or 0 for an empty slot. */
  readonly pairKeys: Float64Array;
  readonly pairFirst: Uint32Array;
  readonly pairEnd: Uint32Array;
}

interface Entry {
  readonly codes: Uint16Array;
  readonly concept: number;
  readonly quoted: boolean;
}

function compareCodes(a: Uint16Array, b: Uint16Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Slot of a pair of codes in a table of `mask + 1` slots. */
export function pairSlot(first: number, second: number, mask: number): number {
  return (Math.imul(first * 31 + second, 0x9e3779b1) >>> 7) & mask;
}

export function pairKey(first: number, second: number): number {
  return first * 0x10000 + second + 1;
}

/** Compiles the labels of packs; one that folds to fewer than 2 or more than 64 characters, or to several lines, is left out. */
export function compilePacks(packs: readonly Pack[]): TermTables {
  const conceptIds: string[] = [];
  const entries: Entry[] = [];
  for (const pack of packs)
    for (const concept of pack.concepts) {
      const index = conceptIds.push(concept.id) - 1;
      for (const form of concept.senses.flatMap(formsOf)) addEntry(entries, form, index);
    }
  // Of one label with and without the condition, the one without comes first and stays.
  entries.sort(
    (a, b) => compareCodes(a.codes, b.codes) || a.concept - b.concept || Number(a.quoted) - Number(b.quoted),
  );
  return pack(dropRepeats(entries), conceptIds);
}

function addEntry(entries: Entry[], { form, quoted }: FoundForm, concept: number): void {
  const { codes } = fold(form);
  const fits = codes.length >= SHORTEST_LABEL && codes.length <= LONGEST_LABEL && !codes.includes(LINE_END);
  if (fits) entries.push({ codes, concept, quoted });
}

function dropRepeats(entries: readonly Entry[]): Entry[] {
  return entries.filter((entry, i) => {
    const previous = entries[i - 1];
    return !previous || previous.concept !== entry.concept || compareCodes(previous.codes, entry.codes) !== 0;
  });
}

function pack(entries: readonly Entry[], conceptIds: readonly string[]): TermTables {
  const starts = new Uint32Array(entries.length + 1);
  const concepts = new Uint32Array(entries.length);
  const quoted = new Uint8Array(entries.length);
  let size = 0;
  entries.forEach((entry, i) => {
    starts[i] = size;
    concepts[i] = entry.concept;
    quoted[i] = entry.quoted ? 1 : 0;
    size += entry.codes.length;
  });
  starts[entries.length] = size;
  const pool = new Uint16Array(size);
  entries.forEach((entry, i) => {
    pool.set(entry.codes, starts[i]);
  });
  return { version: TABLES_VERSION, pool, starts, concepts, quoted, conceptIds, ...hashPairs(entries) };
}

function hashPairs(entries: readonly Entry[]): Pick<TermTables, 'pairKeys' | 'pairFirst' | 'pairEnd'> {
  let slots = 16;
  while (slots < entries.length * 2) slots *= 2;
  const pairKeys = new Float64Array(slots);
  const pairFirst = new Uint32Array(slots);
  const pairEnd = new Uint32Array(slots);
  entries.forEach(({ codes }, i) => {
    const [first = 0, second = 0] = codes;
    const key = pairKey(first, second);
    let slot = pairSlot(first, second, slots - 1);
    while (pairKeys[slot] !== 0 && pairKeys[slot] !== key) slot = (slot + 1) & (slots - 1);
    if (pairKeys[slot] === 0) {
      pairKeys[slot] = key;
      pairFirst[slot] = i;
    }
    pairEnd[slot] = i + 1;
  });
  return { pairKeys, pairFirst, pairEnd };
}
