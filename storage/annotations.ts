/** Annotations: made, changed, deleted, listed. Only the background calls what writes. */
import type { AnnotationView, Target } from '../core/annotation/annotation';
import type { Colour } from '../core/annotation/colour';
import type { Claim } from '../core/document/claims';
import { type Id, newId } from '../core/document/id';
import type { Facts } from '../core/page/fact';
import { deviceId } from './device';
import { addClaims, createDocument, findDocument } from './documents';
import { ensureWritable } from './open';
import { changeRecord, recordCreation, stampNew, writeTables } from './operations';
import type { AnnotationRow, YanduDatabase } from './schema';
import { hashText, keepSnapshot } from './snapshots';

export interface NewAnnotation {
  readonly document: {
    readonly facts: Facts;
    readonly claims: readonly Claim[];
    readonly text: string;
    readonly address: string;
  };
  readonly target: Target;
  readonly colour: Colour;
  readonly body: string;
}

export interface Written {
  readonly annotation: AnnotationRow;
  readonly operationId: Id;
}

/** Saves an annotation and, with the first one, its document and the text it was made on. */
export async function createAnnotation(db: YanduDatabase, made: NewAnnotation, now: number): Promise<Written> {
  await ensureWritable(db);
  const { document, target, colour, body } = made;
  const hash = await hashText(document.text);
  return db.transaction('rw', writeTables(db), async () => {
    const known = await findDocument(db, document.claims);
    const { id: documentId } = known ?? (await createDocument(db, document, now));
    await addClaims(db, documentId, document.claims, now);
    const snapshotId = await keepSnapshot(db, documentId, { text: document.text, hash }, now);
    const fields = {
      documentId,
      snapshotId,
      target,
      colour,
      body,
      tags: [],
      author: null,
      layer: 'mine',
      deleted: false,
    };
    const annotation: AnnotationRow = {
      id: newId(),
      ...fields,
      device: await deviceId(db),
      created: now,
      modified: now,
      clocks: await stampNew(db, fields, now),
    };
    await db.annotations.add(annotation);
    return { annotation, operationId: await recordCreation(db, 'annotations', annotation, now) };
  });
}

/** @returns null when there is no such annotation */
export async function updateAnnotation(
  db: YanduDatabase,
  id: Id,
  changes: { readonly colour?: Colour; readonly body?: string },
  now: number,
): Promise<Written | null> {
  await ensureWritable(db);
  return db.transaction('rw', writeTables(db), async () => {
    const operationId = await changeRecord(db, 'annotations', id, changes, 'update', now);
    const annotation = await db.annotations.get(id);
    return operationId && annotation ? { annotation, operationId } : null;
  });
}

/** Marks an annotation as deleted. @returns the operation that undoes it, or null when there is no such annotation */
export async function deleteAnnotation(db: YanduDatabase, id: Id, now: number): Promise<Id | null> {
  await ensureWritable(db);
  return db.transaction('rw', writeTables(db), () =>
    changeRecord(db, 'annotations', id, { deleted: true }, 'delete', now),
  );
}

/** The annotations of a document in the order of its text. */
export async function listAnnotations(db: YanduDatabase, documentId: Id): Promise<AnnotationRow[]> {
  const rows = await db.annotations.where('documentId').equals(documentId).toArray();
  return rows.filter((row) => !row.deleted).sort(byPlace);
}

function byPlace(a: AnnotationRow, b: AnnotationRow): number {
  const { position: first } = a.target;
  const { position: second } = b.target;
  return first.start - second.start || first.end - second.end || (a.id < b.id ? -1 : 1);
}

export function viewOf({ id, documentId, target, colour, body, created, modified }: AnnotationRow): AnnotationView {
  return { id, documentId, target, colour, body, created, modified };
}
