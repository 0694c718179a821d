/** The glossary in the database: packs as they came, and the tables compiled from them, loaded rather than rebuilt. */
import { sha256 } from '../core/document/claims';
import { compilePacks, TABLES_VERSION, type TermTables } from '../core/glossary/compile';
import type { Concept, Pack } from '../core/glossary/pack';
import { FOLD_VERSION } from '../core/text/fold';
import { isNewerDatabase } from './open';
import type { PackRow, YanduDatabase } from './schema';

/** Puts a pack in, or leaves it when just this version is there; compiled tables of other packs are dropped. */
export async function installPack(db: YanduDatabase, pack: Pack): Promise<void> {
  const hash = await sha256(JSON.stringify(pack));
  const known = await db.packs.get(pack.id);
  if (known?.hash !== hash) await db.packs.put({ id: pack.id, version: pack.version, hash, pack });
}

/** Version of an installed pack, or null. */
export async function packVersion(db: YanduDatabase, id: string): Promise<string | null> {
  return (await db.packs.get(id))?.version ?? null;
}

/** Tables for the installed packs; compiled once for each set of packs. */
export async function loadTables(db: YanduDatabase): Promise<TermTables> {
  const packs = await db.packs.toArray();
  const hash = tablesHash(packs);
  const compiled = await db.compiled.get('active');
  if (compiled?.hash === hash) return compiled.tables;
  const tables = compilePacks(packs.map(({ pack }) => pack));
  if (!(await isNewerDatabase(db))) await db.compiled.put({ id: 'active', hash, tables });
  return tables;
}

function tablesHash(packs: readonly PackRow[]): string {
  return [TABLES_VERSION, FOLD_VERSION, ...packs.map(({ id, hash }) => `${id}:${hash}`)].join('|');
}

/** Concepts of the installed packs by id. */
export async function loadConcepts(db: YanduDatabase): Promise<ReadonlyMap<string, Concept>> {
  const packs = await db.packs.toArray();
  return new Map(packs.flatMap(({ pack }) => pack.concepts.map((concept) => [concept.id, concept] as const)));
}
