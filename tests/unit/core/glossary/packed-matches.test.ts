// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PackedMatches, packMatches, unpackMatches } from '../../../../core/glossary/packed-matches';

const matches = fc.array(
  fc
    .record({
      start: fc.nat(2_000_000),
      length: fc.integer({ min: 1, max: 200 }),
      conceptId: fc.stringMatching(/^[a-z-]{1,6}$/),
    })
    .map(({ start, length, conceptId }) => ({ start, end: start + length, conceptId })),
);

describe('packed matches', () => {
  test('unpack to what was packed, also after a journey as JSON', () => {
    fc.assert(
      fc.property(matches, (list) => {
        const sent: PackedMatches = JSON.parse(JSON.stringify(packMatches(list)));
        expect(unpackMatches(sent)).toEqual(list);
      }),
    );
  });

  test('name each concept once and take 16 characters a match', () => {
    const list = Array.from({ length: 300 }, (_, i) => ({
      start: i * 9,
      end: i * 9 + 4,
      conceptId: `concept-${i % 7}`,
    }));
    const packed = packMatches(list);
    expect(packed.conceptIds).toHaveLength(7);
    expect(packed.triples).toHaveLength(300 * 16);
  });

  test('leave out what names no concept or is cut off', () => {
    const { triples, conceptIds } = packMatches([
      { start: 1, end: 3, conceptId: 'a' },
      { start: 5, end: 9, conceptId: 'b' },
    ]);
    expect(unpackMatches({ triples, conceptIds: conceptIds.slice(0, 1) })).toEqual([
      { start: 1, end: 3, conceptId: 'a' },
    ]);
    expect(unpackMatches({ triples: triples.slice(0, 24), conceptIds })).toEqual([
      { start: 1, end: 3, conceptId: 'a' },
    ]);
  });
});
