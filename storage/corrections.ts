/** Facts that the reader has corrected; they stand over what any later reading finds. */
import type { Claim } from '../core/document/claims';
import type { Id } from '../core/document/id';
import type { FactName, Facts } from '../core/page/fact';
import { addClaims, createDocument, findDocument } from './documents';
import { ensureWritable } from './open';
import { changeRecord, writeTables } from './operations';
import type { YanduDatabase } from './schema';
import { hashText, keepSnapshot } from './snapshots';

export interface Correction {
  readonly document: {
    readonly facts: Facts;
    readonly claims: readonly Claim[];
    readonly text: string;
    readonly address: string;
  };
  readonly name: FactName;
  /** Null takes the correction back. */
  readonly value: string | null;
}

/** Of a document's facts, those that the reader has set. */
export function correctedFacts(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact.from === 'reader'));
}

/** Corrects a fact, and keeps the document if this is the first thing the reader does with it. */
export async function correctFact(
  db: YanduDatabase,
  { document, name, value }: Correction,
  now: number,
): Promise<{ documentId: Id; operationId: Id }> {
  await ensureWritable(db);
  const hash = await hashText(document.text);
  return db.transaction('rw', writeTables(db), async () => {
    const row = (await findDocument(db, document.claims)) ?? (await createDocument(db, document, now));
    await addClaims(db, row.id, document.claims, now);
    await keepSnapshot(db, row.id, { text: document.text, hash }, now);
    const operationId = await changeRecord(
      db,
      'documents',
      row.id,
      { facts: withFact(row.facts, document, name, value) },
      'update',
      now,
    );
    // The row was found or made in this very transaction.
    if (!operationId) throw new Error('document vanished');
    return { documentId: row.id, operationId };
  });
}

function withFact(facts: Facts, { facts: read }: Correction['document'], name: FactName, value: string | null): Facts {
  const { [name]: before, ...others } = facts;
  const original = before?.from === 'reader' ? read[name] : before;
  if (value === null) return original ? { ...others, [name]: original } : others;
  const kept = original ? { others: [original.value] } : {};
  return { ...others, [name]: { value, from: 'reader', sure: 1, ...kept } };
}
