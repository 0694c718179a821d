// @vitest-environment node
import { afterEach, describe, expect, test } from 'vitest';
import { ID_PATTERN } from '../../../core/document/id';
import { createAnnotation, deleteAnnotation, listAnnotations, updateAnnotation } from '../../../storage/annotations';
import { deviceId, nextClock } from '../../../storage/device';
import { loadTables } from '../../../storage/glossary';
import { database, ensureWritable, isNewerDatabase, NewerDatabaseError } from '../../../storage/open';
import { undoOperation } from '../../../storage/operations';
import { DATABASE_NAME, SCHEMA_VERSION, YanduDatabase } from '../../../storage/schema';
import { annotationOn, NOW, newDatabase } from '../support/database';
import { packOf } from '../support/packs';

/**
 * Version 1, as readers have it on disk. A change here needs a new version of the schema and a migration.
 */
const TABLES: Record<string, string[]> = {
  documents: ['id', 'modified'],
  claims: ['id', '[kind+value]', 'documentId'],
  snapshots: ['id', '[documentId+hash]', 'documentId'],
  annotations: ['id', 'documentId', 'modified'],
  operations: ['id', 'clock', 'recordId'],
  packs: ['id'],
  compiled: ['id'],
  settings: ['key'],
  meta: ['key'],
};

describe('the schema', () => {
  test('is version 1, with its tables and indexes', async () => {
    const db = newDatabase();
    await db.open();
    expect(SCHEMA_VERSION).toBe(1);
    const tables = db.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.name, ...schema.indexes.map((index) => index.name).sort()],
    ]);
    expect(Object.fromEntries(tables)).toEqual(TABLES);
  });

  test('is opened under one name, once in a world', () => {
    expect(DATABASE_NAME).toBe('yandu');
    expect(database()).toBe(database());
    expect(database().name).toBe('yandu');
  });
});

/** Does what a newer build does: opens the database under a higher version. */
function openAsNewerBuild(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, (SCHEMA_VERSION + 1) * 10);
    request.onupgradeneeded = () => request.result.createObjectStore('sets', { keyPath: 'id' });
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

describe('a database that a newer build has opened', () => {
  let db: YanduDatabase | undefined;
  afterEach(() => db?.delete({ disableAutoOpen: true }));

  async function newer() {
    const older = newDatabase();
    const { annotation, operationId } = await createAnnotation(older, await annotationOn('名单'), NOW);
    older.close();
    await openAsNewerBuild(older.name);
    db = new YanduDatabase(older.name);
    return { db, annotation, operationId };
  }

  test('is known for what it is', async () => {
    const { db } = await newer();
    expect(await isNewerDatabase(db)).toBe(true);
    expect(await isNewerDatabase(newDatabase())).toBe(false);
  });

  test('can still be read', async () => {
    const { db, annotation } = await newer();
    expect(await listAnnotations(db, annotation.documentId)).toEqual([annotation]);
  });

  test('is not written to', async () => {
    const { db, annotation, operationId } = await newer();
    const made = await annotationOn('监测预警');
    const writes = [
      () => ensureWritable(db),
      () => createAnnotation(db, made, NOW),
      () => updateAnnotation(db, annotation.id, { body: '要办' }, NOW),
      () => deleteAnnotation(db, annotation.id, NOW),
      () => undoOperation(db, operationId, NOW),
    ];
    for (const write of writes) await expect(write()).rejects.toThrow(NewerDatabaseError);
    expect(await db.annotations.toArray()).toEqual([annotation]);
    expect(await db.operations.count()).toBe(2);
  });

  test('still gives the tables of its glossary, and keeps those of the newer build', async () => {
    const { db } = await newer();
    await db.packs.put({ id: 'test', version: '1.0.0', hash: 'a', pack: packOf({ a: ['碳达峰'] }) });
    expect((await loadTables(db)).conceptIds).toEqual(['a']);
    expect(await db.compiled.count()).toBe(0);
  });
});

describe('the device', () => {
  test('is named once and for all', async () => {
    const db = newDatabase();
    const first = await db.transaction('rw', db.meta, () => deviceId(db));
    expect(first).toMatch(ID_PATTERN);
    db.close();
    await db.open();
    expect(await db.transaction('rw', db.meta, () => deviceId(db))).toBe(first);
  });

  test('of another profile has another name', async () => {
    const names = [newDatabase(), newDatabase()].map((db) => db.transaction('rw', db.meta, () => deviceId(db)));
    expect(new Set(await Promise.all(names)).size).toBe(2);
  });

  test('has a clock that outlives a restart and never stands still', async () => {
    const db = newDatabase();
    const tickAt = (now: number) => db.transaction('rw', db.meta, () => nextClock(db, now));
    const before = [await tickAt(NOW), await tickAt(NOW)];
    db.close();
    await db.open();
    const clocks = [...before, await tickAt(NOW - 60_000), ...(await Promise.all([tickAt(NOW), tickAt(NOW)]))];
    expect(new Set(clocks).size).toBe(5);
    expect([...clocks].sort()).toEqual(clocks);
  });
});
