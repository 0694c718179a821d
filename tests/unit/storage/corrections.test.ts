// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../core/page/fact';
import { correctedFacts, correctFact } from '../../../storage/corrections';
import { undoOperation } from '../../../storage/operations';
import { documentWith, FACTS, NOW, newDatabase } from '../support/database';

const OTHER_NUMBER = '县政办发〔2023〕21号';

describe('a correction', () => {
  test('keeps the document, with what was read beside what the reader says', async () => {
    const db = newDatabase();
    const { documentId } = await correctFact(
      db,
      { document: await documentWith(), name: 'docNumber', value: OTHER_NUMBER },
      NOW,
    );
    const facts = (await db.documents.get(documentId))?.facts;
    expect(facts).toEqual({
      title: FACTS.title,
      docNumber: { value: OTHER_NUMBER, from: 'reader', sure: 1, others: [FACTS.docNumber?.value] },
    });
    expect(correctedFacts(facts ?? {})).toEqual({ docNumber: facts?.docNumber });
    expect(await db.snapshots.count()).toBe(1);
    expect(await db.claims.count()).toBe(3);
  });

  test('of what nobody had read', async () => {
    const db = newDatabase();
    const { documentId } = await correctFact(
      db,
      { document: await documentWith(), name: 'author', value: '县政府办' },
      NOW,
    );
    expect((await db.documents.get(documentId))?.facts.author).toEqual({ value: '县政府办', from: 'reader', sure: 1 });
  });

  test('goes to the document that is known, and changes no other fact', async () => {
    const db = newDatabase();
    const document = await documentWith();
    const first = await correctFact(db, { document, name: 'docNumber', value: OTHER_NUMBER }, NOW);
    const second = await correctFact(db, { document, name: 'title', value: '通知' }, NOW + 1);
    expect(second.documentId).toBe(first.documentId);
    expect(correctedFacts((await db.documents.get(first.documentId))?.facts ?? {})).toMatchObject({
      title: { value: '通知' },
      docNumber: { value: OTHER_NUMBER },
    });
  });

  test.each<[what: string, read: Facts, left: unknown]>([
    ['what was read', FACTS, FACTS.docNumber],
    [
      'what is read by now',
      { ...FACTS, docNumber: { value: '新', from: 'line', sure: 0.9 } },
      { value: '新', from: 'line', sure: 0.9 },
    ],
    ['nothing, where nothing is read', {}, undefined],
  ])('taken back leaves %s', async (_, read, left) => {
    const db = newDatabase();
    const document = await documentWith();
    await correctFact(db, { document, name: 'docNumber', value: OTHER_NUMBER }, NOW);
    const later = { ...document, facts: read };
    const { documentId } = await correctFact(db, { document: later, name: 'docNumber', value: null }, NOW + 1);
    expect((await db.documents.get(documentId))?.facts.docNumber).toEqual(left);
  });

  test('is undone by its operation', async () => {
    const db = newDatabase();
    const { documentId, operationId } = await correctFact(
      db,
      { document: await documentWith(), name: 'title', value: '通知' },
      NOW,
    );
    expect(await undoOperation(db, operationId, NOW + 1)).toEqual({ table: 'documents', recordId: documentId });
    expect((await db.documents.get(documentId))?.facts).toEqual(FACTS);
  });
});
