// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { citeGbt7714, quoteWithCitation } from '../../../../core/exchange/citation';
import type { Fact, FactName, Facts } from '../../../../core/page/fact';

const ADDRESS = 'http://www.hanyin.gov.cn/t20220210_1001.html';

function factsOf(values: Partial<Record<FactName, string>>): Facts {
  const fact = (value: string): Fact => ({ value, from: 'meta', sure: 0.9 });
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fact(value)]));
}

const CITED: [what: string, facts: Partial<Record<FactName, string>>, citation: string][] = [
  [
    'an article',
    { title: '奋力谱写安康高质量发展新篇章', author: '武文罡', source: '安康微政务', publishedAt: '2022-02-10 18:18' },
    `武文罡. 奋力谱写安康高质量发展新篇章[EB/OL]. (2022-02-10)[2026-03-01]. ${ADDRESS}.`,
  ],
  [
    'a document with its number',
    {
      title: '防治工作的通知',
      issuingBody: '县人民政府办公室',
      docNumber: '县政办发〔2023〕12号',
      publishedAt: '2023-04-28',
    },
    `县人民政府办公室. 防治工作的通知: 县政办发〔2023〕12号[EB/OL]. (2023-04-28)[2026-03-01]. ${ADDRESS}.`,
  ],
  [
    'a text whose source alone is known',
    { title: '通知', source: '县政府' },
    `县政府. 通知[EB/OL]. [2026-03-01]. ${ADDRESS}.`,
  ],
  [
    'a text that a person wrote for a body',
    { title: '工作综述', author: '政策法规股', issuingBody: '县行政审批服务局', source: '县政府' },
    `政策法规股. 工作综述[EB/OL]. [2026-03-01]. ${ADDRESS}.`,
  ],
  ['a title alone', { title: '通知' }, `通知[EB/OL]. [2026-03-01]. ${ADDRESS}.`],
  ['an address alone', {}, `${ADDRESS}[EB/OL]. [2026-03-01]. ${ADDRESS}.`],
];

describe('a citation', () => {
  test.each(CITED)('of %s', (_, facts, citation) => {
    expect(citeGbt7714({ facts: factsOf(facts), address: ADDRESS, accessed: '2026-03-01' })).toBe(citation);
  });

  test('goes with the words that were copied', () => {
    const cited = { facts: factsOf({ title: '通知' }), address: ADDRESS, accessed: '2026-03-01' };
    expect(quoteWithCitation('一是改革。\n\n二是开放。', cited)).toBe(
      `“一是改革。\n二是开放。”\n——通知[EB/OL]. [2026-03-01]. ${ADDRESS}.`,
    );
  });
});
