/** Documents and the claims by which they are known again. */
import type { Claim, ClaimKind } from '../core/document/claims';
import { type Id, newId } from '../core/document/id';
import type { Facts } from '../core/page/fact';
import { recordCreation, stampNew } from './operations';
import type { DocumentRow, YanduDatabase } from './schema';

/** A number with its title says more than a fingerprint, and that more than an address whose page may have changed. */
const STRENGTH: readonly ClaimKind[] = ['number-title', 'fingerprint', 'address'];

/** The document that these claims name, by the strongest of them. */
export async function findDocument(db: YanduDatabase, claims: readonly Claim[]): Promise<DocumentRow | null> {
  for (const kind of STRENGTH)
    for (const claim of claims) {
      if (claim.kind !== kind) continue;
      const rows = await db.claims.where('[kind+value]').equals([kind, claim.value]).toArray();
      for (const row of rows) {
        if (row.ended !== null) continue;
        const document = await db.documents.get(row.documentId);
        if (document && !document.deleted) return document;
      }
    }
  return null;
}

/** Adds the claims that a document does not have yet. Call within a write transaction. */
export async function addClaims(
  db: YanduDatabase,
  documentId: Id,
  claims: readonly Claim[],
  now: number,
): Promise<void> {
  const known = await db.claims.where('documentId').equals(documentId).toArray();
  const fresh = claims.filter(({ kind, value }) => !known.some((row) => row.kind === kind && row.value === value));
  await db.claims.bulkAdd(
    fresh.map(({ kind, value }) => ({ id: newId(), documentId, kind, value, made: now, ended: null })),
  );
}

/** Whether a document is claimed by an address; a page may change only what belongs to it. */
export async function isClaimedBy(db: YanduDatabase, documentId: Id, address: string): Promise<boolean> {
  const rows = await db.claims.where('[kind+value]').equals(['address', address]).toArray();
  return rows.some((row) => row.documentId === documentId && row.ended === null);
}

export async function createDocument(
  db: YanduDatabase,
  { facts, address }: { facts: Facts; address: string },
  now: number,
): Promise<DocumentRow> {
  const fields = { facts, address, reading: 'reading', deleted: false } as const;
  const row: DocumentRow = {
    id: newId(),
    ...fields,
    created: now,
    modified: now,
    clocks: await stampNew(db, fields, now),
  };
  await db.documents.add(row);
  await recordCreation(db, 'documents', row, now);
  return row;
}
