// @vitest-environment node
import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { describe, tidySelection } from '../../../../core/annotation/selector';

/** A selection as drawn, between ‹ and ›, and what is left of it; null: nothing. */
const TIDIED: [what: string, drawn: string, left: string | null][] = [
  ['words', '做好‹碳达峰›工作', '碳达峰'],
  ['spaces at its ends', '做好‹ 碳达峰　\n›工作', '碳达峰'],
  ['spaces within it', '‹碳达峰 碳中和›', '碳达峰 碳中和'],
  ['its own punctuation', '‹“碳达峰”。›', '“碳达峰”。'],
  ['half of its first character', '在\ud842‹\udfb7林›县', '𠮷林'],
  ['half of its last character', '在‹吉林\ud842›\udfb7县', '吉林𠮷'],
  ['one character of two halves', '‹𠮷›', '𠮷'],
  ['a half that stands alone', '甲‹\udfb7›乙', '\udfb7'],
  ['nothing but space', '甲‹ \n\u00a0　›乙', null],
  ['nothing but quotation marks', '甲‹“”›乙', null],
  ['nothing', '甲‹›乙', null],
];

function drawn(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  return { text: marked.replace(/[‹›]/g, ''), start, end };
}

group('a selection', () => {
  test.each(TIDIED)('keeps %s', (_, marked, left) => {
    const { text, start, end } = drawn(marked);
    const tidy = tidySelection(text, start, end);
    expect(tidy && text.slice(tidy.start, tidy.end)).toBe(left);
  });

  test.each([
    [-5, 99, '甲乙'],
    [9, 99, null],
    [2, 1, null],
  ])('from %i to %i', (start, end, left) => {
    const tidy = tidySelection('甲乙', start, end);
    expect(tidy && '甲乙'.slice(tidy.start, tidy.end)).toBe(left);
  });

  test('is tidy when tidied once, and never cut inside a character', () => {
    const text = fc
      .array(fc.constantFrom('甲', ' ', '\n', '“', '𠮷', '\ud842', '\udfb7'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(12), fc.nat(12), (page, a, b) => {
        const once = tidySelection(page, Math.min(a, b), Math.max(a, b));
        if (!once) return;
        expect(tidySelection(page, once.start, once.end)).toEqual(once);
        expect(page.slice(0, once.start).isWellFormed() || !page.isWellFormed()).toBe(true);
        expect(page.slice(once.start, once.end).isWellFormed() || !page.isWellFormed()).toBe(true);
      }),
    );
  });
});

group('a description', () => {
  const before = '为切实做好二〇二三年汛期地质灾害防治工作，坚持人民至上、生命至上，最大限度减少';
  const after = '，经县政府同意，现将有关事项通知如下。一、压实防治责任。各镇人民政府是本辖区防治';
  const words = '人员伤亡和财产损失';

  test('holds the words, 32 characters on each side, and the place', () => {
    const start = before.length;
    expect(describe(before + words + after, start, start + words.length)).toEqual({
      quote: { type: 'TextQuoteSelector', exact: words, prefix: before.slice(-32), suffix: after.slice(0, 32) },
      position: { type: 'TextPositionSelector', start, end: start + words.length },
    });
  });

  test('takes what there is at the edges of a text', () => {
    expect(describe(words, 0, words.length).quote).toMatchObject({ prefix: '', exact: words, suffix: '' });
  });

  test('does not cut a character in two', () => {
    const { quote } = describe(`${'𠮷'.repeat(40)}甲乙${'𠮷'.repeat(40)}`, 80, 81);
    expect([quote.prefix, quote.suffix]).toEqual(['𠮷'.repeat(16), `乙${'𠮷'.repeat(15)}`]);
  });
});
