// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clock, tick } from '../../../../core/team/clock';

const DAY = 24 * 60 * 60 * 1000;
const NOON = Date.UTC(2026, 2, 1, 12);
const HERE = '018f4b6e-7c2a-7abc-8def-0123456789ab';
const THERE = '018f4b6e-7c2a-7abc-8def-ba9876543210';

const wallOf = (clock: Clock) => Number(clock.split('-')[0]);
const clockAt = (wall: number, counter = 0, device = THERE): Clock =>
  `${String(wall).padStart(15, '0')}-${String(counter).padStart(4, '0')}-${device}`;

const CASES: [what: string, last: Clock | null, now: number, next: Clock][] = [
  ['the first', null, NOON, clockAt(NOON, 0, HERE)],
  ['a millisecond later', clockAt(NOON), NOON + 1, clockAt(NOON + 1, 0, HERE)],
  ['in the same millisecond', clockAt(NOON), NOON, clockAt(NOON, 1, HERE)],
  ['a PC that is an hour slow', clockAt(NOON), NOON - 3_600_000, clockAt(NOON, 1, HERE)],
  ['another PC that is a day fast', clockAt(NOON + DAY), NOON, clockAt(NOON + DAY, 1, HERE)],
  ['another PC that is years fast', clockAt(NOON + 4000 * DAY), NOON, clockAt(NOON, 0, HERE)],
  ['10,000 writes in a millisecond', clockAt(NOON, 9999), NOON, clockAt(NOON + 1, 0, HERE)],
  ['what cannot be read', 'yesterday', NOON, clockAt(NOON, 0, HERE)],
];

const times = fc.integer({ min: NOON - DAY / 2, max: NOON + DAY / 2 });

describe('the clock', () => {
  test.each(CASES)('%s', (_, last, now, next) => expect(tick(last, now, HERE)).toBe(next));

  test('rises with every tick, whatever the PC says', () => {
    fc.assert(
      fc.property(fc.array(times, { minLength: 2 }), fc.boolean(), (nows, burst) => {
        let last: Clock | null = burst ? clockAt(NOON - DAY / 2, 9990) : null;
        for (const now of nows) {
          const next = tick(last, now, HERE);
          expect(last === null || next > last).toBe(true);
          last = next;
        }
      }),
    );
  });

  test('is never behind the PC, and never a day ahead of it', () => {
    const anyLast = fc.integer({ min: 0, max: NOON * 4 }).map((wall) => clockAt(wall));
    fc.assert(
      fc.property(anyLast, times, (last, now) => {
        const wall = wallOf(tick(last, now, HERE));
        expect(wall).toBeGreaterThanOrEqual(now);
        expect(wall).toBeLessThanOrEqual(now + DAY);
      }),
    );
  });

  test('as a string sorts by time, then by count, then by device', () => {
    const reading = fc.record({
      wall: fc.integer({ min: 0, max: 999_999_999_999_999 }),
      counter: fc.nat(9999),
      device: fc.constantFrom(HERE, THERE),
    });
    fc.assert(
      fc.property(reading, reading, (a, b) => {
        const order = a.wall - b.wall || a.counter - b.counter || a.device.localeCompare(b.device);
        const [first, second] = [a, b].map(({ wall, counter, device }) => clockAt(wall, counter, device));
        expect(Math.sign(order)).toBe(first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1);
      }),
    );
  });

  test('of two devices that write at once is never the same', () => {
    expect(tick(null, NOON, HERE)).not.toBe(tick(null, NOON, THERE));
  });
});
