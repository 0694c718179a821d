/** Writes on documents and annotations: fields, their clocks and the operation row in one transaction; and undo. */
import { type Id, newId } from '../core/document/id';
import { nextClock } from './device';
import { ensureWritable } from './open';
import type { FieldClocks, OperationRow, RecordTable, YanduDatabase } from './schema';

type Fields = Readonly<Record<string, unknown>>;

/** Tables that a write touches besides its own. */
export function writeTables(db: YanduDatabase) {
  return [db.documents, db.claims, db.snapshots, db.annotations, db.operations, db.meta];
}

interface RecordLike {
  readonly id: Id;
  readonly clocks: FieldClocks;
}

function fieldsOf(row: RecordLike): Fields {
  const { id: _id, clocks: _clocks, ...fields } = row as RecordLike & Fields;
  return fields;
}

/** Clocks for the given fields, to be stored with a new row. */
export async function stampNew(db: YanduDatabase, fields: Fields, now: number): Promise<FieldClocks> {
  const clock = await nextClock(db, now);
  return Object.fromEntries(Object.keys(fields).map((name) => [name, clock]));
}

/** Writes the operation row of a record that was just added. */
export async function recordCreation(db: YanduDatabase, table: RecordTable, row: RecordLike, now: number): Promise<Id> {
  const clock = Object.values(row.clocks)[0] ?? (await nextClock(db, now));
  return addOperation(db, {
    clock,
    at: now,
    table,
    recordId: row.id,
    kind: 'create',
    before: null,
    after: fieldsOf(row),
  });
}

/**
 * Sets fields of a record and remembers what they were. Call within a transaction over {@link writeTables}.
 * @returns the operation's id, or null when there is no such record, or only its tombstone, which undo alone may raise
 */
export async function changeRecord(
  db: YanduDatabase,
  table: RecordTable,
  recordId: Id,
  changes: Fields,
  kind: OperationRow['kind'],
  now: number,
): Promise<Id | null> {
  const row: (RecordLike & Fields) | undefined = (await db.table(table).get(recordId)) ?? undefined;
  if (!row || (row.deleted === true && kind !== 'undo')) return null;
  const clock = await nextClock(db, now);
  const names = Object.keys(changes);
  const before = Object.fromEntries(names.map((name) => [name, row[name]]));
  const clocks = { ...row.clocks, ...Object.fromEntries(names.map((name) => [name, clock])) };
  await db.table(table).update(recordId, { ...changes, modified: now, clocks });
  return addOperation(db, { clock, at: now, table, recordId, kind, before, after: changes });
}

async function addOperation(db: YanduDatabase, operation: Omit<OperationRow, 'id' | 'undoneBy'>): Promise<Id> {
  const id = newId();
  await db.operations.add({ ...operation, id, undoneBy: null });
  return id;
}

/** The document that an operation is about. */
export async function documentOf(db: YanduDatabase, { table, recordId }: OperationRow): Promise<Id | null> {
  return table === 'documents' ? recordId : ((await db.annotations.get(recordId))?.documentId ?? null);
}

/**
 * Undoes one operation: its fields go back to what they were, as a write of its own. A creation becomes a deletion.
 * @returns the record concerned, or null when there is nothing to undo
 */
export async function undoOperation(
  db: YanduDatabase,
  operationId: Id,
  now: number,
): Promise<{ table: RecordTable; recordId: Id } | null> {
  await ensureWritable(db);
  return db.transaction('rw', writeTables(db), async () => {
    const operation = await db.operations.get(operationId);
    if (!operation || operation.undoneBy) return null;
    const { table, recordId } = operation;
    const back = operation.before ?? { deleted: true };
    const undoneBy = await changeRecord(db, table, recordId, back, 'undo', now);
    if (!undoneBy) return null;
    await db.operations.update(operationId, { undoneBy });
    return { table, recordId };
  });
}
