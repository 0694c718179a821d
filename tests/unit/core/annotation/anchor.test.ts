// @vitest-environment node
import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { anchor, indexForAnchoring } from '../../../../core/annotation/anchor';
import { describe, tidySelection } from '../../../../core/annotation/selector';
import { foldToString } from '../../../../core/text/fold';

const find = (text: string, target: ReturnType<typeof describe>) => anchor(indexForAnchoring(text), target);

/** Describes what stands between ‹ and ›. */
function mark(marked: string) {
  const start = marked.indexOf('‹');
  return describe(marked.replace(/[‹›]/g, ''), start, marked.indexOf('›') - 1);
}

const FOUND: [what: string, then: string, now: string, state: 'in-place' | 'moved', words: string][] = [
  ['the same page', '做好‹碳达峰›工作', '做好碳达峰工作', 'in-place', '碳达峰'],
  ['a paragraph put before it', '做好‹碳达峰›工作', '特此通知。\n做好碳达峰工作', 'moved', '碳达峰'],
  ['a paragraph taken away', '特此通知。\n做好‹碳达峰›工作', '做好碳达峰工作', 'moved', '碳达峰'],
  ['half width become full', '一是‹强化措施,狠抓项目›;', '一是强化措施，狠抓项目；', 'in-place', '强化措施，狠抓项目'],
  ['quotation marks changed', '落实‹“三区”“三线”›。', '落实"三区""三线"。', 'in-place', '"三区""三线"'],
  ['quotation marks dropped', '落实‹“三区”“三线”›。', '落实三区三线。', 'in-place', '三区三线'],
  ['quotation marks added', '落实‹三区三线›。', '落实“三区三线”。', 'in-place', '三区三线'],
  ['spaces come in', '做好‹碳达峰›工作', '做好 碳 达 峰 工作', 'in-place', '碳 达 峰'],
  ['lines broken elsewhere', '一是‹改革。\n二是开放›。', '一是改革。二是\n开放。', 'in-place', '改革。二是\n开放'],
  ['the words once more elsewhere', '做好‹碳达峰›工作', '推进碳达峰行动，做好碳达峰工作', 'moved', '碳达峰'],
  ['the same place among many', '甲乙甲乙‹甲乙›甲乙', '甲乙甲乙甲乙甲乙', 'in-place', '甲乙'],
  ['everything round it rewritten', '做好‹碳达峰碳中和›工作', '统筹碳达峰碳中和目标', 'in-place', '碳达峰碳中和'],
  ['the whole text', '‹碳达峰›', '碳达峰', 'in-place', '碳达峰'],
];

const GONE: [what: string, then: string, now: string, reason: string][] = [
  ['the words changed', '于‹5月10日前›报送', '于5月15日前报送', 'not-found'],
  ['a word in them changed', '‹坚持稳中求进工作总基调›', '坚持稳字当头、稳中求进工作总基调', 'not-found'],
  ['another page', '做好‹碳达峰›工作', '通知公告', 'not-found'],
  ['an empty page', '做好‹碳达峰›工作', '', 'not-found'],
  ['several places alike, none where it stood', '一‹甲›乙', '、、甲乙、甲乙', 'ambiguous'],
  ['several places, with nothing that was round it', '东‹甲›西', '、、甲、甲、', 'ambiguous'],
  [
    'the same formula on another page of the document',
    '各镇要在汛期前完成隐患点排查并建立台账，坚持统筹安全，‹落实各项任务要求›，按月报送县自然资源局备案，逾期未报的予以通报。',
    '一是加强领导，坚持统筹安全，落实各项任务要求，形成合力。\n二是严明纪律，坚持统筹安全，落实各项任务要求，确保实效。',
    'ambiguous',
  ],
  ['a quote of nothing', '甲‹“”›乙', '甲“”乙', 'damaged'],
];

group('a passage is found', () => {
  test.each(FOUND)('after: %s', (_, then, now, state, words) => {
    const anchored = find(now, mark(then));
    expect(anchored.state).toBe(state);
    expect(anchored.state !== 'gone' && now.slice(anchored.start, anchored.end)).toBe(words);
  });

  test('at the right one of two, by what stands round it', () => {
    const now = '县自然资源局牵头统筹。县应急管理局牵头统筹。县水利局牵头统筹。';
    const anchored = find(now, mark('各镇负责。县应急管理局‹牵头统筹›。'));
    expect(anchored).toEqual({ state: 'moved', start: 17, end: 21 });
  });

  test('when one character stands everywhere', () => {
    const page = '的'.repeat(300_000);
    expect(find(page, describe(page, 200_000, 200_001))).toMatchObject({ state: 'in-place', start: 200_000 });
    expect(find(`${page}是`, describe(`${page}是`, 299_999, 300_000))).toMatchObject({ state: 'in-place' });
    expect(find(`${page}，的是`, describe('，的是', 1, 2))).toMatchObject({ state: 'moved', start: 300_001 });
  });
});

group('a passage is given up', () => {
  test('after: words that repeat without end, without comparing them without end', () => {
    const page = '的'.repeat(200_000);
    expect(find(`，${page}`, describe(page, 0, 50_000))).toEqual({ state: 'gone', reason: 'ambiguous' });
  });

  test.each(GONE)('after: %s', (_, then, now, reason) => {
    expect(find(now, mark(then))).toEqual({ state: 'gone', reason });
  });
});

const pages = fc
  .array(fc.constantFrom('甲', '乙', '丙', '丁', '，', '。', '“', '”', ' ', '\n', '　', 'Ａ', 'a', '𠮷'), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => parts.join(''));
const marked = fc.tuple(pages, fc.nat(60), fc.nat(60)).chain(([text, a, b]) => {
  const tidy = tidySelection(text, Math.min(a, b), Math.max(a, b));
  return tidy ? fc.constant({ text, ...tidy }) : fc.constant(null);
});
const passages = marked.filter((passage) => passage !== null);

group('for any passage', () => {
  test('it is found where it was described', () => {
    fc.assert(
      fc.property(passages, ({ text, start, end }) => {
        expect(find(text, describe(text, start, end))).toEqual({ state: 'in-place', start, end });
      }),
      { numRuns: 500 },
    );
  });

  test('it is found again behind what is put before it, or given up, but nothing else is taken for it', () => {
    fc.assert(
      fc.property(passages, pages, ({ text, start, end }, before) => {
        const now = `${before}\n${text}`;
        const anchored = find(now, describe(text, start, end));
        if (anchored.state === 'gone') expect(anchored.reason).toBe('ambiguous');
        else {
          const [found, words] = [now.slice(anchored.start, anchored.end), text.slice(start, end)];
          expect(foldToString(found, 'drop')).toBe(foldToString(words, 'drop'));
        }
      }),
    );
  });

  test('it is found behind words that are not its own', () => {
    fc.assert(
      fc.property(passages, fc.stringMatching(/^[子丑寅卯]{1,40}$/), ({ text, start, end }, before) => {
        const [page, words] = [text, text.slice(start, end)].map((part) => foldToString(part, 'drop'));
        fc.pre(page?.indexOf(words ?? '') === page?.lastIndexOf(words ?? ''));
        const anchored = find(`${before}\n${text}`, describe(text, start, end));
        expect(anchored).toMatchObject({ start: start + before.length + 1, end: end + before.length + 1 });
      }),
    );
  });

  test('what is found says just its words, on any other page', () => {
    fc.assert(
      fc.property(passages, pages, ({ text, start, end }, other) => {
        const anchored = find(other, describe(text, start, end));
        const words = foldToString(text.slice(start, end), 'drop');
        if (anchored.state === 'gone') return;
        expect(foldToString(other.slice(anchored.start, anchored.end), 'drop')).toBe(words);
      }),
      { numRuns: 500 },
    );
  });
});
