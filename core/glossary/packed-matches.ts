/**
 * Matches on their way from the worker to the page. Extension messages are JSON in Chrome before 148, so the numbers
 * travel as base64 of 32-bit integers: about a quarter of the text of the same list as objects.
 */
import type { TermMatch } from './term-match';

export interface PackedMatches {
  /** Base64 of little-endian triples: start, length, index into `conceptIds`. */
  readonly triples: string;
  readonly conceptIds: readonly string[];
}

const TRIPLE = 3;

export function packMatches(matches: readonly TermMatch[]): PackedMatches {
  const indexes = new Map<string, number>();
  const bytes = new DataView(new ArrayBuffer(matches.length * TRIPLE * 4));
  matches.forEach(({ start, end, conceptId }, i) => {
    const index = indexes.get(conceptId) ?? indexes.size;
    indexes.set(conceptId, index);
    bytes.setInt32(i * 12, start, true);
    bytes.setInt32(i * 12 + 4, end - start, true);
    bytes.setInt32(i * 12 + 8, index, true);
  });
  let binary = '';
  for (let i = 0; i < bytes.byteLength; i++) binary += String.fromCharCode(bytes.getUint8(i));
  return { triples: btoa(binary), conceptIds: [...indexes.keys()] };
}

export function unpackMatches(packed: PackedMatches): TermMatch[] {
  const binary = atob(packed.triples);
  const bytes = new DataView(Uint8Array.from(binary, (char) => char.charCodeAt(0)).buffer);
  const matches: TermMatch[] = [];
  for (let at = 0; at + 12 <= bytes.byteLength; at += 12) {
    const start = bytes.getInt32(at, true);
    const conceptId = packed.conceptIds[bytes.getInt32(at + 8, true)];
    if (conceptId !== undefined) matches.push({ start, end: start + bytes.getInt32(at + 4, true), conceptId });
  }
  return matches;
}
