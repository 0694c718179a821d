// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createAnnotation, deleteAnnotation, listAnnotations, updateAnnotation } from '../../../storage/annotations';
import { documentOf, undoOperation } from '../../../storage/operations';
import { annotationOn, NOW, newDatabase } from '../support/database';

async function withAnnotation() {
  const db = newDatabase();
  const created = await createAnnotation(db, await annotationOn('名单', { body: '要办' }), NOW);
  const { id, documentId } = created.annotation;
  return { db, id, documentId, created };
}

describe('undo', () => {
  test('of a creation deletes', async () => {
    const { db, id, documentId, created } = await withAnnotation();
    expect(await undoOperation(db, created.operationId, NOW + 1)).toEqual({ table: 'annotations', recordId: id });
    expect(await listAnnotations(db, documentId)).toEqual([]);
    expect(await db.documents.get(documentId)).toMatchObject({ deleted: false });
  });

  test('of a change brings back what was, and leaves later changes of other fields', async () => {
    const { db, id } = await withAnnotation();
    const recoloured = await updateAnnotation(db, id, { colour: 2 }, NOW + 1);
    await updateAnnotation(db, id, { body: '已办' }, NOW + 2);
    await undoOperation(db, recoloured?.operationId ?? '', NOW + 3);
    expect(await db.annotations.get(id)).toMatchObject({ colour: 1, body: '已办', modified: NOW + 3 });
  });

  test('of a deletion brings the annotation back', async () => {
    const { db, id, documentId } = await withAnnotation();
    const deletion = await deleteAnnotation(db, id, NOW + 1);
    await undoOperation(db, deletion ?? '', NOW + 2);
    expect(await listAnnotations(db, documentId)).toMatchObject([{ id, body: '要办', deleted: false }]);
  });

  test('is done once', async () => {
    const { db, id } = await withAnnotation();
    const change = await updateAnnotation(db, id, { colour: 2 }, NOW + 1);
    const operationId = change?.operationId ?? '';
    expect(await undoOperation(db, operationId, NOW + 2)).not.toBeNull();
    await updateAnnotation(db, id, { colour: 3 }, NOW + 3);
    expect(await undoOperation(db, operationId, NOW + 4)).toBeNull();
    expect(await db.annotations.get(id)).toMatchObject({ colour: 3 });
  });

  test('pressed twice at once is done once', async () => {
    const { db, created } = await withAnnotation();
    const both = await Promise.all([1, 2].map((later) => undoOperation(db, created.operationId, NOW + later)));
    expect(both.filter((undone) => undone !== null)).toHaveLength(1);
  });

  test('of nothing is nothing', async () => {
    expect(await undoOperation(newDatabase(), 'unknown', NOW)).toBeNull();
  });

  test('is a write of its own, that can itself be undone', async () => {
    const { db, id } = await withAnnotation();
    const change = await updateAnnotation(db, id, { colour: 2 }, NOW + 1);
    await undoOperation(db, change?.operationId ?? '', NOW + 2);
    const undone = await db.operations.get(change?.operationId ?? '');
    const undo = await db.operations.get(undone?.undoneBy ?? '');
    expect(undo).toMatchObject({ kind: 'undo', before: { colour: 2 }, after: { colour: 1 } });
    await undoOperation(db, undo?.id ?? '', NOW + 3);
    expect(await db.annotations.get(id)).toMatchObject({ colour: 2 });
  });
});

describe('operations', () => {
  test('have clocks that rise with the writes, even when the PC is set back', async () => {
    const { db, id } = await withAnnotation();
    for (const now of [NOW + 5, NOW + 5, NOW - 3_600_000, NOW])
      await updateAnnotation(db, id, { body: String(now) }, now);
    // Ids are made one after another, so they tell the order of the writes.
    const clocks = (await db.operations.orderBy('id').toArray()).map(({ clock }) => clock);
    expect(clocks).toHaveLength(6);
    expect(clocks).toEqual([...new Set(clocks)].sort());
  });

  test('name the document that they are about', async () => {
    const { db, documentId } = await withAnnotation();
    const operations = await db.operations.toArray();
    expect(operations.map(({ table }) => table).sort()).toEqual(['annotations', 'documents']);
    for (const operation of operations) expect(await documentOf(db, operation)).toBe(documentId);
  });

  test('name the device that wrote them, one for a profile', async () => {
    const { db, id } = await withAnnotation();
    await updateAnnotation(db, id, { colour: 2 }, NOW + 1);
    const device = (await db.meta.get('device'))?.value;
    expect(await db.annotations.get(id)).toMatchObject({ device });
    for (const { clock } of await db.operations.toArray()) expect(clock.endsWith(`-${device}`)).toBe(true);
  });
});
