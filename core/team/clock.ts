/**
 * Hybrid logical clock (Kulkarni et al., 2014): wall time when clocks agree, a counter when they do not. As a string it
 * sorts in time order: 15 digits of milliseconds, 4 of counter, the device.
 */

/** `000001763793209000-0003-<device>` */
export type Clock = string;

/** A clock that is ahead by more than this is not followed: one wrong PC must not win for ever. */
const MOST_AHEAD_MS = 24 * 60 * 60 * 1000;
const MOST_COUNTER = 9999;

interface Reading {
  readonly wall: number;
  readonly counter: number;
}

function read(clock: Clock): Reading {
  const [wall, counter] = clock.split('-');
  return { wall: Number(wall) || 0, counter: Number(counter) || 0 };
}

/**
 * The next time of this device: after `last`, and not before now.
 * @param last latest clock seen, of this device or from elsewhere; null at first
 * @param now milliseconds since 1970
 */
export function tick(last: Clock | null, now: number, device: string): Clock {
  const seen = last ? read(last) : { wall: 0, counter: 0 };
  const trusted = seen.wall - now > MOST_AHEAD_MS ? { wall: 0, counter: 0 } : seen;
  const wall = Math.max(now, trusted.wall);
  const counter = wall === trusted.wall ? trusted.counter + 1 : 0;
  // The counter of a full millisecond runs over into the next.
  const spill = counter > MOST_COUNTER;
  return format(spill ? wall + 1 : wall, spill ? 0 : counter, device);
}

function format(wall: number, counter: number, device: string): Clock {
  return `${String(wall).padStart(15, '0')}-${String(counter).padStart(4, '0')}-${device}`;
}
