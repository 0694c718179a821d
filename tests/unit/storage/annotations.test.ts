// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { ID_PATTERN } from '../../../core/document/id';
import {
  createAnnotation,
  deleteAnnotation,
  listAnnotations,
  updateAnnotation,
  viewOf,
} from '../../../storage/annotations';
import { annotationOn, documentWith, FACTS, NOW, newDatabase, TEXT } from '../support/database';

const counts = async (db: ReturnType<typeof newDatabase>) => ({
  documents: await db.documents.count(),
  claims: await db.claims.count(),
  snapshots: await db.snapshots.count(),
  annotations: await db.annotations.count(),
  operations: await db.operations.count(),
});

describe('the first annotation', () => {
  test('brings its document, its claims, its text and the operations', async () => {
    const db = newDatabase();
    const { annotation, operationId } = await createAnnotation(
      db,
      await annotationOn('各镇人民政府', { body: '要办' }),
      NOW,
    );
    expect(await counts(db)).toEqual({ documents: 1, claims: 3, snapshots: 1, annotations: 1, operations: 2 });
    const document = await db.documents.get(annotation.documentId);
    expect(document).toMatchObject({ facts: FACTS, reading: 'reading', deleted: false, created: NOW, modified: NOW });
    expect((await db.claims.toArray()).map(({ kind, documentId }) => [kind, documentId]).sort()).toEqual(
      ['address', 'fingerprint', 'number-title'].map((kind) => [kind, annotation.documentId]),
    );
    expect(await db.snapshots.get(annotation.snapshotId)).toMatchObject({
      documentId: annotation.documentId,
      text: TEXT,
    });
    expect(await db.operations.get(operationId)).toMatchObject({
      table: 'annotations',
      recordId: annotation.id,
      kind: 'create',
      before: null,
      undoneBy: null,
    });
  });

  test('is as it was made, by the reader of this profile', async () => {
    const db = newDatabase();
    const made = await annotationOn('各镇人民政府', { colour: 3, body: '要办' });
    const { annotation } = await createAnnotation(db, made, NOW);
    expect(annotation).toMatchObject({
      target: made.target,
      colour: 3,
      body: '要办',
      tags: [],
      author: null,
      layer: 'mine',
    });
    expect(annotation.id).toMatch(ID_PATTERN);
    expect(await db.annotations.get(annotation.id)).toEqual(annotation);
  });

  test('is saved whole or not at all', async () => {
    const db = newDatabase();
    await db.open();
    db.annotations.hook('creating', () => {
      throw new Error('the disk is full');
    });
    await expect(createAnnotation(db, await annotationOn('各镇人民政府'), NOW)).rejects.toThrow('the disk is full');
    expect(await counts(db)).toEqual({ documents: 0, claims: 0, snapshots: 0, annotations: 0, operations: 0 });
    expect(await db.meta.count()).toBe(0);
  });
});

describe('a second annotation', () => {
  test('goes to the same document and the same text', async () => {
    const db = newDatabase();
    const first = await createAnnotation(db, await annotationOn('各镇人民政府'), NOW);
    const second = await createAnnotation(db, await annotationOn('监测预警'), NOW + 1);
    expect(second.annotation).toMatchObject({
      documentId: first.annotation.documentId,
      snapshotId: first.annotation.snapshotId,
    });
    expect(await counts(db)).toEqual({ documents: 1, claims: 3, snapshots: 1, annotations: 2, operations: 3 });
  });

  test('made at the same moment makes no second document', async () => {
    const db = newDatabase();
    const made = await Promise.all([annotationOn('各镇人民政府'), annotationOn('监测预警'), annotationOn('名单')]);
    const written = await Promise.all(made.map((annotation) => createAnnotation(db, annotation, NOW)));
    expect(new Set(written.map(({ annotation }) => annotation.documentId)).size).toBe(1);
    expect(await db.documents.count()).toBe(1);
    const clocks = (await db.operations.toArray()).map(({ clock }) => clock);
    expect(new Set(clocks).size).toBe(4);
  });

  test('on the same document elsewhere and changed keeps the new address and the new text', async () => {
    const db = newDatabase();
    const first = await createAnnotation(db, await annotationOn('各镇人民政府'), NOW);
    const document = await documentWith({ address: 'http://www.ankang.gov.cn/t1.html', text: `${TEXT}（有删节）` });
    const second = await createAnnotation(db, await annotationOn('监测预警', { document }), NOW + 1);
    expect(second.annotation.documentId).toBe(first.annotation.documentId);
    expect(second.annotation.snapshotId).not.toBe(first.annotation.snapshotId);
    expect(await counts(db)).toMatchObject({ documents: 1, claims: 5, snapshots: 2 });
  });
});

describe('the annotations of a document', () => {
  test('are listed in the order of its text, without those deleted and those of others', async () => {
    const db = newDatabase();
    const late = await createAnnotation(db, await annotationOn('监测预警'), NOW);
    const long = await createAnnotation(db, await annotationOn('各镇人民政府是责任主体'), NOW + 1);
    const short = await createAnnotation(db, await annotationOn('各镇人民政府'), NOW + 2);
    const gone = await createAnnotation(db, await annotationOn('名单'), NOW + 3);
    await deleteAnnotation(db, gone.annotation.id, NOW + 4);
    const document = await documentWith({ facts: {}, text: '另一篇', address: 'http://a.gov.cn/2.html' });
    await createAnnotation(db, await annotationOn('名单', { document }), NOW + 5);
    const listed = await listAnnotations(db, late.annotation.documentId);
    expect(listed.map(({ id }) => id)).toEqual([short, long, late].map(({ annotation }) => annotation.id));
  });

  test('are shown without what is for merging only', async () => {
    const { annotation } = await createAnnotation(newDatabase(), await annotationOn('名单'), NOW);
    expect(Object.keys(viewOf(annotation)).sort()).toEqual(
      ['id', 'documentId', 'target', 'colour', 'body', 'created', 'modified'].sort(),
    );
  });
});

describe('a change', () => {
  test('sets just its fields, and their clocks', async () => {
    const db = newDatabase();
    const { annotation } = await createAnnotation(db, await annotationOn('名单', { body: '要办' }), NOW);
    const written = await updateAnnotation(db, annotation.id, { colour: 2 }, NOW + 1000);
    expect(written?.annotation).toMatchObject({ colour: 2, body: '要办', created: NOW, modified: NOW + 1000 });
    const { colour = '', ...others } = written?.annotation.clocks ?? {};
    const { colour: before = '', ...othersBefore } = annotation.clocks;
    expect(colour > before).toBe(true);
    expect(others).toEqual(othersBefore);
    expect(await db.operations.get(written?.operationId ?? '')).toMatchObject({
      kind: 'update',
      clock: colour,
      before: { colour: 1 },
      after: { colour: 2 },
    });
  });

  test('to nothing that is there changes nothing', async () => {
    const db = newDatabase();
    expect(await updateAnnotation(db, 'unknown', { colour: 2 }, NOW)).toBeNull();
    expect(await deleteAnnotation(db, 'unknown', NOW)).toBeNull();
    expect(await counts(db)).toMatchObject({ annotations: 0, operations: 0 });
  });

  test('to what is deleted says so, instead of keeping words where nobody sees them', async () => {
    const db = newDatabase();
    const { annotation } = await createAnnotation(db, await annotationOn('名单'), NOW);
    await deleteAnnotation(db, annotation.id, NOW + 1);
    const before = await counts(db);
    expect(await updateAnnotation(db, annotation.id, { body: '写了很久' }, NOW + 2)).toBeNull();
    expect(await deleteAnnotation(db, annotation.id, NOW + 3)).toBeNull();
    expect(await counts(db)).toEqual(before);
  });
});

describe('a deletion', () => {
  test('leaves a tombstone', async () => {
    const db = newDatabase();
    const { annotation } = await createAnnotation(db, await annotationOn('名单', { body: '要办' }), NOW);
    const operationId = await deleteAnnotation(db, annotation.id, NOW + 1);
    expect(await db.annotations.get(annotation.id)).toMatchObject({ deleted: true, body: '要办', modified: NOW + 1 });
    expect(await db.operations.get(operationId ?? '')).toMatchObject({
      kind: 'delete',
      before: { deleted: false },
      after: { deleted: true },
    });
  });
});
