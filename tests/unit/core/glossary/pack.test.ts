// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { formsOf, parsePack } from '../../../../core/glossary/pack';
import { conceptOf, packOf, senseOf } from '../../support/packs';

const GOOD = packOf([
  conceptOf('shuang-chuang', senseOf({ labels: ['双创', '大众创业、万众创新'], quoted: ['双创'] })),
]);
const [concept] = GOOD.concepts;
const [sense] = concept?.senses ?? [];

const withSense = (more: object) => ({ ...GOOD, concepts: [{ ...concept, senses: [{ ...sense, ...more }] }] });

const REFUSED: [what: string, data: unknown, where: string][] = [
  ['no pack', null, 'pack'],
  ['another format', { ...GOOD, schema: 2 }, 'schema'],
  ['a version that is none', { ...GOOD, version: '1' }, 'version'],
  ['an id that is none', { ...GOOD, id: '../政策' }, 'id'],
  ['a field that nobody knows', { ...GOOD, script: 'alert(1)' }, 'script'],
  ['no title in English', { ...GOOD, title: { 'zh-CN': '测试' } }, 'title.en'],
  ['a concept without senses', { ...GOOD, concepts: [{ ...concept, senses: [] }] }, 'concepts.0.senses'],
  ['a concept of no type', { ...GOOD, concepts: [{ ...concept, type: 'word' }] }, 'concepts.0.type'],
  ['an empty definition', withSense({ definition: '' }), 'concepts.0.senses.0.definition'],
  [
    'a label that is too long',
    withSense({ labels: { preferred: '甲'.repeat(65) } }),
    'concepts.0.senses.0.labels.preferred',
  ],
  ['a date that is none', withSense({ reviewed: '2026年' }), 'concepts.0.senses.0.reviewed'],
  [
    'an address that runs',
    withSense({ sources: [{ url: 'javascript:alert(1)' }] }),
    'concepts.0.senses.0.sources.0.url',
  ],
  ['unknown trust', withSense({ confidence: 'sure' }), 'concepts.0.senses.0.confidence'],
];

describe('reading a pack', () => {
  test('takes a good one as it is', () => expect(parsePack(structuredClone(GOOD))).toEqual({ ok: true, pack: GOOD }));

  test.each(REFUSED)('refuses %s and says where', (_, data, where) => {
    const parsed = parsePack(data);
    expect(parsed.ok ? '' : parsed.reason.split(':')[0]).toBe(where);
  });

  test('finds a sense under all its labels, the ambiguous ones only between quotation marks', () => {
    expect(sense && formsOf({ ...sense, labels: { ...sense.labels, hidden: ['“双创”'] } })).toEqual([
      { form: '双创', quoted: true },
      { form: '大众创业、万众创新', quoted: false },
      { form: '“双创”', quoted: false },
    ]);
  });
});
