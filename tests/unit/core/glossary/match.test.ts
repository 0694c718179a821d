// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePacks } from '../../../../core/glossary/compile';
import { findTerms } from '../../../../core/glossary/match';
import { formsOf, type Pack } from '../../../../core/glossary/pack';
import { leftmostLongest, type TermMatch } from '../../../../core/glossary/term-match';
import { fold, foldToString } from '../../../../core/text/fold';
import { conceptOf, packOf, senseOf } from '../../support/packs';

const PACK = packOf([
  ...packOf({
    'xin-fa-zhan-li-nian': ['新发展理念'],
    'si-ge-jian-chi': ['四个坚持'],
    'shi-si-ge-jian-chi': ['十四个坚持'],
    'wu-ge': ['5G', '第五代移动通信'],
    'tan-da-feng': ['碳达峰'],
    'shuang-tan': ['碳达峰、碳中和', '双碳'],
    'san-qu-san-xian': ['三区三线'],
    'duo-gui': ['多规合一'],
    'fa-zhan-li-nian-jiao-yu': ['发展理念教育'],
  }).concepts,
  conceptOf('san-bao', senseOf({ labels: ['三保', '三保支出'], quoted: ['三保'] })),
]);
const TABLES = compilePacks([PACK]);

/** Which words are found, longest on top; `words=concept`. */
const CASES: [what: string, text: string, found: string[]][] = [
  ['a term', '贯彻新发展理念，', ['新发展理念=xin-fa-zhan-li-nian']],
  ['a term in quotation marks', '划定“三区”“三线”。', ['三区”“三线=san-qu-san-xian']],
  ['a term with spaces in it', '推进多规 合一', ['多规 合一=duo-gui']],
  ['a term in full width', '建设５Ｇ基站', ['５Ｇ=wu-ge']],
  ['another label of the same concept', '落实双碳行动', ['双碳=shuang-tan']],
  ['a term in a term', '做好碳达峰、碳中和工作', ['碳达峰、碳中和=shuang-tan', '碳达峰=tan-da-feng']],
  ['terms that overlap', '新发展理念教育', ['新发展理念=xin-fa-zhan-li-nian', '发展理念教育=fa-zhan-li-nian-jiao-yu']],
  ['the longer numeral only', '贯彻十四个坚持', ['十四个坚持=shi-si-ge-jian-chi']],
  ['no term after another numeral', '落实二十四个坚持', []],
  ['no term within a Latin word', '研究B5G和5GHz频段', []],
  ['a Latin term beside another word', '部署5G RedCap和Wi-Fi 5G', ['5G=wu-ge', '5G=wu-ge']],
  ['no term over the end of a line', '贯彻新发展\n理念', []],
  ['no term over 、', '三区、三线', []],
  ['a short term in quotation marks', '兜牢“三保”底线', ['三保=san-bao']],
  ['no short term outside of them', '兜牢三保底线', []],
  ['no short term that only begins in them', '落实“三保障”', []],
  ['no short term that only follows them', '“两不愁”三保障', []],
  ['its longer form anywhere', '三保支出', ['三保支出=san-bao']],
  ['nothing in an empty text', '', []],
  ['nothing in a single character', '三', []],
];

describe('finding terms', () => {
  test.each(CASES)('%s', (_, text, found) => {
    const matches = findTerms(TABLES, text).map(
      ({ start, end, conceptId }) => `${text.slice(start, end)}=${conceptId}`,
    );
    expect(matches).toEqual(found);
  });

  test('finds a term anywhere that is ambiguous in one of its senses only', () => {
    const both = [senseOf({ labels: ['两新'], quoted: ['两新'] }), senseOf({ labels: ['两新'] })];
    for (const senses of [both, both.toReversed()])
      expect(findTerms(compilePacks([packOf([conceptOf('liang-xin', ...senses)])]), '推进两新工作')).toHaveLength(1);
  });

  test('shows terms that stand side by side', () => {
    const text = '碳达峰、碳中和多规合一';
    const shown = leftmostLongest(findTerms(TABLES, text)).map(({ start, end }) => text.slice(start, end));
    expect(shown).toEqual(['碳达峰、碳中和', '多规合一']);
  });

  test('finds nothing with no glossary', () => expect(findTerms(compilePacks([]), '新发展理念')).toEqual([]));
});

const CHARS = [...'甲乙丙一十1aＡ、 “”'];
const word = (chars: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...chars), { maxLength }).map((parts) => parts.join(''));
const labels = fc.array(word([...CHARS, '\n'], 5), { minLength: 1, maxLength: 4 });
const packs = fc.array(
  fc.array(
    fc
      .tuple(labels, fc.subarray([0, 1, 2, 3]))
      .map(([forms, quoted]) => senseOf({ labels: forms, quoted: quoted.flatMap((i) => forms[i] ?? []) })),
    { minLength: 1, maxLength: 2 },
  ),
  { maxLength: 6 },
);
const glossaries = packs.map((senses) => packOf(senses.map((list, i) => conceptOf(`c${i}`, ...list))));
const texts = word([...CHARS, '\n', '甲', '一'], 24);

const LATIN = /^[a-z0-9]$/;
const NUMERAL = /^[〇零一二三四五六七八九十百千万亿两0-9]$/;

/** The rules of matching, said as plainly and as slowly as can be. */
function lookEverywhere(pack: Pack, text: string): TermMatch[] {
  const { codes, offsets } = fold(text);
  const folded = String.fromCharCode(...codes);
  const found = new Map<string, TermMatch>();
  for (const { id: conceptId, senses } of pack.concepts)
    for (const { form, quoted } of senses.flatMap(formsOf)) {
      const label = foldToString(form);
      if (label.length < 2 || label.length > 64 || label.includes('\n')) continue;
      for (let at = folded.indexOf(label); at >= 0; at = folded.indexOf(label, at + 1)) {
        const start = offsets[at] ?? 0;
        const end = (offsets[at + label.length - 1] ?? 0) + 1;
        const [first = '', last = ''] = [label[0], label.at(-1)];
        const [before, after] = [text.charAt(start - 1), text.charAt(end)];
        if (LATIN.test(first) && LATIN.test(foldToString(before))) continue;
        if (LATIN.test(last) && LATIN.test(foldToString(after))) continue;
        const numberBefore = folded.charAt(at - 1);
        const bothDigits = LATIN.test(first) && LATIN.test(numberBefore);
        if (NUMERAL.test(first) && NUMERAL.test(numberBefore) && !bothDigits) continue;
        if (quoted && !(/["“”]/.test(before) && /["“”]/.test(after))) continue;
        found.set(`${start} ${end} ${conceptId}`, { start, end, conceptId });
      }
    }
  return [...found.values()].sort(byPlace);
}

const byPlace = (a: TermMatch, b: TermMatch) =>
  a.start - b.start || b.end - a.end || (a.conceptId < b.conceptId ? -1 : 1);

describe('finding terms, for any glossary and text', () => {
  test('finds what a look at every place finds', () => {
    fc.assert(
      fc.property(glossaries, texts, (pack, text) => {
        const found = findTerms(compilePacks([pack]), text);
        expect([...found].sort(byPlace)).toEqual(lookEverywhere(pack, text));
      }),
      { numRuns: 500 },
    );
  });

  test('gives matches by place, longer first', () => {
    fc.assert(
      fc.property(glossaries, texts, (pack, text) => {
        const places = findTerms(compilePacks([pack]), text).map(({ start, end }) => [start, -end]);
        expect(places).toEqual([...places].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
      }),
    );
  });

  test('does not depend on how a glossary is cut into packs', () => {
    fc.assert(
      fc.property(glossaries, fc.nat(6), texts, (pack, cut, text) => {
        const parts = [pack.concepts.slice(0, cut), pack.concepts.slice(cut)].map((concepts) => packOf(concepts));
        expect(findTerms(compilePacks(parts), text)).toEqual(findTerms(compilePacks([pack]), text));
      }),
    );
  });

  test('shows the leftmost, of those the longest, and nothing that overlaps it', () => {
    fc.assert(
      fc.property(glossaries, texts, (pack, text) => {
        const all = findTerms(compilePacks([pack]), text);
        const shown = leftmostLongest(all);
        for (const [i, match] of shown.entries()) expect(match.start).toBeGreaterThanOrEqual(shown[i - 1]?.end ?? 0);
        for (const match of all.filter((match) => !shown.includes(match))) {
          const over = shown.find(({ start, end }) => start < match.end && match.start < end);
          expect(over && (over.start < match.start || over.end >= match.end)).toBe(true);
        }
      }),
    );
  });
});

/** Typed arrays that count how often they are read. */
function counted(pack: Pack): { tables: ReturnType<typeof compilePacks>; reads: () => number } {
  let reads = 0;
  const watch = <T extends object>(array: T): T =>
    new Proxy(array, {
      get(target, name) {
        reads++;
        return Reflect.get(target, name);
      },
    });
  const tables = compilePacks([pack]);
  return { tables: { ...tables, pool: watch(tables.pool), starts: watch(tables.starts) }, reads: () => reads };
}

describe('the work', () => {
  test('is bounded at each place, for labels that differ only at their end', () => {
    const names = Array.from({ length: 400 }, (_, i) => '甲'.repeat(60) + String(i).padStart(4, '0'));
    const { tables, reads } = counted(packOf({ a: names }));
    const places = 600;
    expect(findTerms(tables, '甲'.repeat(places))).toEqual([]);
    // At most 64 steps, each two searches by halves, each of those reading both arrays.
    expect(reads()).toBeLessThan(places * 64 * (4 * Math.ceil(Math.log2(names.length)) + 4));
  });

  test('finds every label of one repeated character at every place', () => {
    const names = Array.from({ length: 63 }, (_, i) => '甲'.repeat(i + 2));
    const found = findTerms(compilePacks([packOf({ a: names })]), '甲'.repeat(300));
    expect(found).toHaveLength(names.reduce((sum, name) => sum + 300 - name.length + 1, 0));
    expect(leftmostLongest(found)).toHaveLength(Math.ceil(300 / 64));
  });

  test('leaves labels out that are too short or too long', () => {
    const { starts, pool } = compilePacks([packOf({ a: ['甲', '“甲”', '甲'.repeat(65), '甲乙', '甲'.repeat(64)] })]);
    expect([starts.length - 1, pool.length]).toEqual([2, 66]);
  });
});
