// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../core/document/claims';
import { addClaims, createDocument, findDocument, isClaimedBy } from '../../../storage/documents';
import { writeTables } from '../../../storage/operations';
import type { YanduDatabase } from '../../../storage/schema';
import { FACTS, NOW, newDatabase } from '../support/database';

const NUMBER: Claim = { kind: 'number-title', value: '县政办发〔2023〕12号|防治工作的通知' };
const PRINT: Claim = { kind: 'fingerprint', value: 'sha256:1:abc' };
const ADDRESS: Claim = { kind: 'address', value: 'hanyin.gov.cn/t1.html' };

/** A document with these claims. */
async function put(db: YanduDatabase, ...claims: Claim[]): Promise<string> {
  return db.transaction('rw', writeTables(db), async () => {
    const { id } = await createDocument(db, { facts: FACTS, address: 'http://a.gov.cn/' }, NOW);
    await addClaims(db, id, claims, NOW);
    return id;
  });
}

describe('a document', () => {
  test.each([
    ['its number with its title', NUMBER],
    ['its fingerprint', PRINT],
    ['its address', ADDRESS],
  ])('is found by %s', async (_, claim) => {
    const db = newDatabase();
    const id = await put(db, NUMBER, PRINT, ADDRESS);
    expect((await findDocument(db, [claim]))?.id).toBe(id);
  });

  test('is found by the strongest of its claims, in whatever order they come', async () => {
    const db = newDatabase();
    const byAddress = await put(db, ADDRESS);
    const byPrint = await put(db, PRINT);
    const byNumber = await put(db, NUMBER);
    expect((await findDocument(db, [ADDRESS, PRINT, NUMBER]))?.id).toBe(byNumber);
    expect((await findDocument(db, [ADDRESS, PRINT]))?.id).toBe(byPrint);
    expect((await findDocument(db, [ADDRESS]))?.id).toBe(byAddress);
  });

  test('is found by a weaker claim when it lacks the stronger', async () => {
    const db = newDatabase();
    const id = await put(db, ADDRESS);
    expect((await findDocument(db, [NUMBER, PRINT, ADDRESS]))?.id).toBe(id);
  });

  test.each([
    ['a claim that has ended', async (db: YanduDatabase) => db.claims.toCollection().modify({ ended: NOW })],
    ['one that is deleted', async (db: YanduDatabase) => db.documents.toCollection().modify({ deleted: true })],
    [
      'a claim of another kind with the same value',
      async (db: YanduDatabase) => db.claims.toCollection().modify({ kind: 'address' }),
    ],
  ])('is not found by %s', async (_, change) => {
    const db = newDatabase();
    await put(db, PRINT);
    await change(db);
    expect(await findDocument(db, [PRINT])).toBeNull();
  });

  test('is not found by no claims', async () => {
    const db = newDatabase();
    await put(db, PRINT);
    expect(await findDocument(db, [])).toBeNull();
  });

  test('takes each claim once, and an ended one never again', async () => {
    const db = newDatabase();
    const id = await put(db, PRINT, ADDRESS);
    await db.claims.where('documentId').equals(id).modify({ ended: NOW });
    await db.transaction('rw', writeTables(db), () => addClaims(db, id, [PRINT, ADDRESS, NUMBER], NOW + 1));
    const claims = await db.claims.where('documentId').equals(id).toArray();
    expect(claims.map(({ kind, ended }) => [kind, ended]).sort()).toEqual([
      ['address', NOW],
      ['fingerprint', NOW],
      ['number-title', null],
    ]);
  });

  test('belongs to the page at an address that claims it, and to no other', async () => {
    const db = newDatabase();
    const id = await put(db, PRINT, ADDRESS);
    const other = await put(db, NUMBER);
    expect(await isClaimedBy(db, id, ADDRESS.value)).toBe(true);
    expect(await isClaimedBy(db, other, ADDRESS.value)).toBe(false);
    expect(await isClaimedBy(db, id, PRINT.value)).toBe(false);
    await db.claims.toCollection().modify({ ended: NOW });
    expect(await isClaimedBy(db, id, ADDRESS.value)).toBe(false);
  });

  test('has a clock for each of its fields', async () => {
    const db = newDatabase();
    const document = await db.documents.get(await put(db));
    expect(Object.keys(document?.clocks ?? {}).sort()).toEqual(['address', 'deleted', 'facts', 'reading']);
  });
});
