// @vitest-environment node
/** Terms of the glossary that count their parts list as many as they say. */
import { describe, expect, test } from 'vitest';
import { nationalPack } from '../support/packs';

const { concepts } = nationalPack();
const senses = concepts.flatMap((concept) => concept.senses.map((sense) => ({ concept, sense })));

/** Value of a numeral such as 三, 十 or 十四. */
function valueOfNumeral(numeral: string): number {
  const digit = (char: string | undefined) => ' 一二三四五六七八九'.indexOf(char === '两' ? '二' : (char ?? ' '));
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['0', numeral];
  return (tens === '0' ? 0 : (digit(tens) || 1) * 10) + digit(ones);
}

/** How many parts a label may have: 四个意识 has 4, 三管三必须 has 3, 三会一课 has 3 + 1. */
function countsOf(label: string): number[] {
  const numbers = (label.match(/[一二两三四五六七八九十]+/g) ?? []).map(valueOfNumeral);
  return [numbers[0] ?? 0, numbers.reduce((sum, number) => sum + number, 0)];
}

/** Terms whose numerals do not count the parts, each with the reason. */
const COUNTED_OTHERWISE = new Map([
  ['san-qu-san-xian', '一项列三区，一项列三线'],
  ['wu-tong-yi-yi-kai-fang', '“统一”的“一”不计数'],
]);

/** Counted terms whose items nobody has held against a source yet: better none than some. */
const NOT_LISTED = new Set([
  'ba-ge-ming-que',
  'shi-si-ge-jian-chi',
  'shi-ge-ming-que',
  'shi-san-ge-fang-mian-cheng-jiu',
  'qi-ge-you-zhi',
]);

describe('parts', () => {
  const counted = senses
    .filter(
      ({ concept, sense }) => concept.type === 'numeric' && /^[一二两三四五六七八九十]/.test(sense.labels.preferred),
    )
    .map(({ concept, sense }) => ({ id: concept.id, label: sense.labels.preferred, parts: sense.parts ?? [] }));

  test.each([
    ['两', 2],
    ['十', 10],
    ['十四', 14],
    ['二十', 20],
    ['二十三', 23],
  ])('numeral %s', (numeral, value) => expect(valueOfNumeral(numeral)).toBe(value));

  test.each(counted.filter(({ id }) => !NOT_LISTED.has(id) && !COUNTED_OTHERWISE.has(id)))(
    '$label has as many as it says',
    ({ label, parts }) => expect(countsOf(label)).toContain(parts.length),
  );

  test('every exception is still one', () => {
    const ids = (list: typeof counted) => new Set(list.map(({ id }) => id));
    const otherwise = counted.filter(({ label, parts }) => parts.length > 0 && !countsOf(label).includes(parts.length));
    expect(ids(otherwise)).toEqual(new Set(COUNTED_OTHERWISE.keys()));
    expect(ids(counted.filter(({ parts }) => parts.length === 0))).toEqual(NOT_LISTED);
  });

  test('三区三线 names both, in one order', () => {
    const concept = concepts.find(({ id }) => id === 'san-qu-san-xian');
    expect(concept?.senses[0]?.parts).toEqual([
      '三区：城镇空间、农业空间、生态空间',
      '三线：城镇开发边界、永久基本农田、生态保护红线',
    ]);
  });

  test('none is said twice or ends in a mark', () => {
    const wrong = senses.filter(
      ({ sense: { parts = [] } }) =>
        new Set(parts).size < parts.length || parts.some((part) => /[。；，、\s]$/.test(part)),
    );
    expect(wrong.map(({ concept }) => concept.id)).toEqual([]);
  });
});
