/** Texts as they were read, kept once each. */
import { sha256 } from '../core/document/claims';
import { type Id, newId } from '../core/document/id';
import { READER_VERSION } from '../core/page/version';
import { FOLD_VERSION } from '../core/text/fold';
import type { YanduDatabase } from './schema';

/** Hash of a text; computed before a transaction, which IndexedDB would end while the digest is awaited. */
export const hashText = sha256;

/** The snapshot of this text, made if there is none. Call within a write transaction. */
export async function keepSnapshot(
  db: YanduDatabase,
  documentId: Id,
  { text, hash }: { text: string; hash: string },
  now: number,
): Promise<Id> {
  const known = await db.snapshots.where('[documentId+hash]').equals([documentId, hash]).first();
  if (known) return known.id;
  const id = newId();
  await db.snapshots.add({ id, documentId, hash, text, reader: READER_VERSION, fold: FOLD_VERSION, made: now });
  return id;
}
