// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldedIndex, foldToString, isQuote, originalRange } from '../../../../core/text/fold';

/** The same words, set in different ways. */
const ALIKE: [what: string, ...settings: string[]][] = [
  [
    'quotation marks',
    '三区三线',
    '“三区三线”',
    '“三区”“三线”',
    '「三区三线」',
    '"三区三线"',
    '『三区』‘三线’',
    '＂三区三线＇',
  ],
  ['spaces', '三权分置', '三权 分置', '三权　分置', '三权\u00a0分置', '三权\t分置', '三权\u2003分置'],
  ['characters that nobody sees', '三权分置', '三权\u200b分置', '三权\u00ad分置', '\ufeff三权分置', '三权\u2060分置'],
  ['full width', '1+N政策体系', '１＋Ｎ政策体系', '1＋N政策体系'],
  ['letter case', '5G', '5g', '５Ｇ', '５ｇ'],
  ['round brackets', '保税物流中心(B型)', '保税物流中心（B型）', '保税物流中心（Ｂ型）'],
  [
    'brackets of a 文号',
    '国发〔2019〕5号',
    '国发[2019]5号',
    '国发［2019］5号',
    '国发【2019】5号',
    '国发﹝2019﹞5号',
    '国发〔２０１９〕５号',
  ],
  ['comma, colon, semicolon', '一是,二是:三是;', '一是，二是：三是；', '一是，二是∶三是；'],
  ['the circle for zero', '二〇二二年', '二○二二年', '二◯二二年'],
  ['dashes', '2021-2025年', '2021—2025年', '2021–2025年', '2021－2025年', '2021−2025年'],
  ['dots in names', '铁木尔·达瓦买提', '铁木尔•达瓦买提', '铁木尔・达瓦买提', '铁木尔‧达瓦买提'],
];

/** Other words, however alike they look. */
const APART: [what: string, one: string, other: string][] = [
  ['、', '碳达峰、碳中和', '碳达峰碳中和'],
  ['，', '稳字当头，稳中求进', '稳字当头稳中求进'],
  ['。', '完善制度。健全机制', '完善制度健全机制'],
  ['；', '完善制度；健全机制', '完善制度健全机制'],
  ['：', '责任单位：各镇', '责任单位各镇'],
  ['、 and ，', '稳增长、促改革', '稳增长，促改革'],
  ['a dash', '西康-西渝', '西康西渝'],
  ['a dot', '铁木尔·达瓦买提', '铁木尔达瓦买提'],
  ['%', '6%', '6'],
  ['numerals of two kinds', '十四五', '145'],
];

describe('folding', () => {
  test.each(ALIKE)('takes no account of %s', (_, first, ...others) => {
    for (const other of others) expect(foldToString(other)).toBe(foldToString(first ?? ''));
  });

  test.each(APART)('keeps %s', (_, one, other) => {
    expect(foldToString(one)).not.toBe(foldToString(other));
  });

  test.each([...'、，。；：！？'])('never skips %s', (mark) => {
    expect(foldToString(`甲${mark}乙`)).toHaveLength(3);
  });

  test.each([
    ['keep', '三区\n三线'],
    ['drop', '三区三线'],
  ] as const)('with line ends to %s', (lineEnds, folded) => {
    expect(foldToString('“三区”\r\n 三线', lineEnds)).toBe(folded);
  });

  test('knows quotation marks', () => {
    for (const quote of `“”‘’"'「」『』`) expect(isQuote(quote.charCodeAt(0)), quote).toBe(true);
    for (const other of '《》（、区 ') expect(isQuote(other.charCodeAt(0)), other).toBe(false);
    expect(isQuote(Number.NaN)).toBe(false);
  });

  test('takes a text longer than any argument list', () => {
    expect(foldToString('汉 阴'.repeat(200_000))).toBe('汉阴'.repeat(200_000));
  });
});

const typographic = fc.constantFrom(...'甲乙A a１＋“”「」、，。；：—○【〕·\n\r\t\u00a0\u200b　𠮷\ud842');
const anyText = fc.oneof(
  fc.array(typographic, { maxLength: 40 }).map((chars) => chars.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
);
const lineEnds = fc.constantFrom('keep', 'drop');
const foldedStretch = fc.tuple(anyText, lineEnds, fc.nat(40), fc.nat(40)).map(([text, ends, a, b]) => {
  const folded = fold(text, ends);
  const [start, end] = [Math.min(a, b), Math.max(a, b)].map((at) => Math.min(at, folded.codes.length));
  return { text, ends, folded, start: start ?? 0, end: end ?? 0 };
});

describe('folding, for any text', () => {
  test('is done when done once', () => {
    fc.assert(
      fc.property(anyText, lineEnds, (text, ends) => {
        const once = foldToString(text, ends);
        expect(foldToString(once, ends)).toBe(once);
      }),
    );
  });

  test('looks at each character by itself', () => {
    fc.assert(
      fc.property(anyText, anyText, lineEnds, (a, b, ends) => {
        expect(foldToString(a + b, ends)).toBe(foldToString(a, ends) + foldToString(b, ends));
      }),
    );
  });

  test('gives offsets that rise and end with the length', () => {
    fc.assert(
      fc.property(anyText, lineEnds, (text, ends) => {
        const { codes, offsets } = fold(text, ends);
        expect(offsets).toHaveLength(codes.length + 1);
        expect(offsets[codes.length]).toBe(text.length);
        for (let i = 0; i < codes.length; i++) expect(offsets[i]).toBeLessThan(offsets[i + 1] ?? Number.NaN);
      }),
    );
  });

  test('gives a way back: the original of a stretch folds to that stretch', () => {
    fc.assert(
      fc.property(foldedStretch, ({ text, ends, folded, start, end }) => {
        const original = originalRange(folded, start, end);
        expect([...fold(text.slice(original.start, original.end), ends).codes]).toEqual([
          ...folded.codes.slice(start, end),
        ]);
      }),
    );
  });

  test('gives a way back that leaves skipped characters at the edges out', () => {
    fc.assert(
      fc.property(foldedStretch, ({ text, ends, folded, start, end }) => {
        fc.pre(start < end);
        const original = originalRange(folded, start, end);
        for (const edge of [original.start, original.end - 1])
          expect(foldToString(text.charAt(edge), ends)).toHaveLength(1);
      }),
    );
  });

  test('gives a way there and back: offsets of a stretch are those it came from', () => {
    fc.assert(
      fc.property(foldedStretch, ({ folded, start, end }) => {
        const original = originalRange(folded, start, end);
        expect(foldedIndex(folded, original.start)).toBe(start);
        expect(foldedIndex(folded, original.end)).toBe(end);
      }),
    );
  });

  test('takes an offset to the first character at or after it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(45), (text, offset) => {
        const folded = fold(text);
        expect(foldedIndex(folded, offset)).toBe(foldToString(text.slice(0, offset)).length);
      }),
    );
  });
});
