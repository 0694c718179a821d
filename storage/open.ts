/** Opens the one database, and refuses to write into one that a newer build has made. */
import { SCHEMA_VERSION, YanduDatabase } from './schema';

/** Dexie counts its versions in tens of IndexedDB's. */
const DEXIE_FACTOR = 10;

/** A newer build has opened this database: writing with our older ideas of its rows would damage it. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

let opened: YanduDatabase | undefined;

/** The database of this extension; the same object for every caller in one world. */
export function database(): YanduDatabase {
  opened ??= new YanduDatabase();
  return opened;
}

/** Whether the database on disk is of a newer version than this build knows; Dexie itself opens it without a word. */
export async function isNewerDatabase(db: YanduDatabase): Promise<boolean> {
  await db.open();
  return db.backendDB().version > SCHEMA_VERSION * DEXIE_FACTOR;
}

/** @throws NewerDatabaseError */
export async function ensureWritable(db: YanduDatabase): Promise<void> {
  if (await isNewerDatabase(db)) throw new NewerDatabaseError();
}
