/** The device of this profile and its clock. */
import { newId } from '../core/document/id';
import { type Clock, tick } from '../core/team/clock';
import type { YanduDatabase } from './schema';

/** The id of this device; made at first use, kept for good. Call within a transaction that includes `meta`. */
export async function deviceId(db: YanduDatabase): Promise<string> {
  const known = await db.meta.get('device');
  if (typeof known?.value === 'string') return known.value;
  const made = newId();
  await db.meta.put({ key: 'device', value: made });
  return made;
}

/** The next clock of this device. Call within a transaction that includes `meta`, so that no two writes share one. */
export async function nextClock(db: YanduDatabase, now: number): Promise<Clock> {
  const last = (await db.meta.get('clock'))?.value;
  const clock = tick(typeof last === 'string' ? last : null, now, await deviceId(db));
  await db.meta.put({ key: 'clock', value: clock });
  return clock;
}
