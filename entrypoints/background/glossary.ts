/** The glossary in the worker: the built-in pack is put into the database once a build, its tables kept while we live. */
import { browser } from 'wxt/browser';
import type { TermTables } from '../../core/glossary/compile';
import { findTerms } from '../../core/glossary/match';
import { type Concept, parsePack } from '../../core/glossary/pack';
import { type PackedMatches, packMatches } from '../../core/glossary/packed-matches';
import { installPack, loadConcepts, loadTables } from '../../storage/glossary';
import { isNewerDatabase } from '../../storage/open';
import type { YanduDatabase } from '../../storage/schema';

/** Hash of the built-in pack, set by the build: fetching and parsing it at every start of the worker would be waste. */
declare const __BUILT_IN_PACK__: string;

interface Loaded {
  readonly tables: TermTables;
  readonly concepts: ReadonlyMap<string, Concept>;
}

export interface Glossary {
  match(text: string): Promise<PackedMatches>;
  explain(conceptId: string): Promise<Concept | null>;
}

let loaded: Promise<Loaded> | null = null;

export function glossary(db: YanduDatabase): Glossary {
  const load = () => {
    loaded ??= loadGlossary(db).catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
  return {
    match: async (text) => packMatches(findTerms((await load()).tables, text)),
    explain: async (conceptId) => (await load()).concepts.get(conceptId) ?? null,
  };
}

async function loadGlossary(db: YanduDatabase): Promise<Loaded> {
  const installed = await db.meta.get('built-in-pack');
  // A database of a newer build holds a glossary that we may read, not replace.
  if (installed?.value !== __BUILT_IN_PACK__ && !(await isNewerDatabase(db))) {
    const parsed = parsePack(await (await fetch(browser.runtime.getURL('/glossaries/national.json'))).json());
    if (!parsed.ok) throw new Error(`built-in glossary: ${parsed.reason}`);
    await installPack(db, parsed.pack);
    await db.meta.put({ key: 'built-in-pack', value: __BUILT_IN_PACK__ });
  }
  const [tables, concepts] = await Promise.all([loadTables(db), loadConcepts(db)]);
  return { tables, concepts };
}
