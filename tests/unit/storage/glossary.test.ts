// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { findTerms } from '../../../core/glossary/match';
import { installPack, loadConcepts, loadTables, packVersion } from '../../../storage/glossary';
import { newDatabase } from '../support/database';
import { packOf } from '../support/packs';

const TEXT = '做好碳达峰、碳中和工作';
const PEAK = { ...packOf({ 'tan-da-feng': ['碳达峰'] }), id: 'peak' };
const NEUTRAL = { ...packOf({ 'tan-zhong-he': ['碳中和'] }), id: 'neutral' };

const found = async (db: ReturnType<typeof newDatabase>) =>
  findTerms(await loadTables(db), TEXT).map(({ conceptId }) => conceptId);

describe('the glossary', () => {
  test('is empty at first', async () => {
    const db = newDatabase();
    expect(await found(db)).toEqual([]);
    expect(await packVersion(db, 'peak')).toBeNull();
  });

  test('finds the terms of all packs', async () => {
    const db = newDatabase();
    await installPack(db, PEAK);
    await installPack(db, NEUTRAL);
    expect(await found(db)).toEqual(['tan-da-feng', 'tan-zhong-he']);
    expect([...(await loadConcepts(db)).keys()].sort()).toEqual(['tan-da-feng', 'tan-zhong-he']);
    expect(await packVersion(db, 'neutral')).toBe('1.0.0');
  });

  test('is compiled once for the same packs', async () => {
    const db = newDatabase();
    await installPack(db, PEAK);
    const compiled = await loadTables(db);
    // What is stored is what is used: a mark on it shows in what is loaded.
    await db.compiled.update('active', { tables: { ...compiled, conceptIds: ['marked'] } });
    await installPack(db, structuredClone(PEAK));
    expect(await found(db)).toEqual(['marked']);
  });

  test('is not written again when just this pack is there', async () => {
    const db = newDatabase();
    await installPack(db, PEAK);
    let written = 0;
    db.packs.hook('updating', () => {
      written++;
    });
    await installPack(db, structuredClone(PEAK));
    expect(written).toBe(0);
    await installPack(db, { ...PEAK, version: '1.0.1' });
    expect(written).toBe(1);
  });

  test.each([
    ['a pack comes', NEUTRAL, ['tan-da-feng', 'tan-zhong-he']],
    ['a pack changes', { ...PEAK, concepts: packOf({ feng: ['碳达峰', '碳中和'] }).concepts }, ['feng', 'feng']],
    ['a pack changes in nothing but a definition', { ...PEAK, version: '1.0.1' }, ['tan-da-feng']],
  ])('is compiled anew when %s', async (_, pack, terms) => {
    const db = newDatabase();
    await installPack(db, PEAK);
    await loadTables(db);
    const before = (await db.compiled.get('active'))?.hash;
    await installPack(db, pack);
    expect(await found(db)).toEqual(terms);
    expect((await db.compiled.get('active'))?.hash).not.toBe(before);
    expect(await db.compiled.count()).toBe(1);
  });

  test('is compiled anew when a pack goes', async () => {
    const db = newDatabase();
    await installPack(db, PEAK);
    await installPack(db, NEUTRAL);
    await loadTables(db);
    await db.packs.delete('peak');
    expect(await found(db)).toEqual(['tan-zhong-he']);
  });

  test('comes back from the disk as it was compiled', async () => {
    const db = newDatabase();
    await installPack(db, PEAK);
    const compiled = await loadTables(db);
    db.close();
    await db.open();
    expect(await loadTables(db)).toEqual(compiled);
  });
});
