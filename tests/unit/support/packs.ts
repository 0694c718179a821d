/** Small glossaries for tests. */
import { readFileSync } from 'node:fs';
import { type Concept, PACK_SCHEMA, type Pack, parsePack, type Sense } from '../../../core/glossary/pack';

interface Labels {
  readonly labels: readonly string[];
  readonly quoted?: readonly string[];
}

/** A sense with these labels, the first one preferred, and whatever else is given. */
export function senseOf({ labels, quoted }: Labels, more: Partial<Sense> = {}): Sense {
  const [preferred = '', ...alternative] = labels;
  return {
    labels: { preferred, alternative, ...(quoted ? { quoted: [...quoted] } : {}) },
    definition: '指测试用的词。',
    sources: [],
    confidence: 'probable',
    reviewed: '2026-01-01',
    ...more,
  };
}

export function conceptOf(id: string, ...senses: Sense[]): Concept {
  return { id, category: '测试', type: 'concept', senses };
}

/** A pack of concepts, or of concepts with one sense each: their ids with their labels. */
export function packOf(concepts: readonly Concept[] | Readonly<Record<string, readonly string[]>>): Pack {
  const list: Concept[] = isList(concepts)
    ? [...concepts]
    : Object.entries(concepts).map(([id, labels]) => conceptOf(id, senseOf({ labels })));
  return { schema: PACK_SCHEMA, id: 'test', version: '1.0.0', title: { 'zh-CN': '测试', en: 'Test' }, concepts: list };
}

function isList(concepts: object): concepts is readonly Concept[] {
  return Array.isArray(concepts);
}

/** The glossary that ships. */
export function nationalPack(): Pack {
  const parsed = parsePack(JSON.parse(readFileSync('assets/glossaries/national.json', 'utf8')));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.pack;
}
