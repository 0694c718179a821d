// @vitest-environment node
/** Holds the glossary that ships to what readers rely on: one wrong definition costs more trust than ten missing ones. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Concept, formsOf, parsePack, type Sense } from '../../../core/glossary/pack';
import { findDocumentNumber } from '../../../core/page/document-number';
import { foldToString } from '../../../core/text/fold';
import { nationalPack } from '../support/packs';

const FILE = 'assets/glossaries/national.json';
const { concepts } = nationalPack();
const senses = concepts.flatMap((concept) => concept.senses.map((sense) => ({ concept, sense })));

/** What breaks a rule, as one list that a reviewer can work through. */
const broken = (rule: (sense: Sense, concept: Concept) => unknown) =>
  senses.filter(({ sense, concept }) => rule(sense, concept)).map(({ concept }) => concept.id);

describe('the file', () => {
  const raw = readFileSync(FILE, 'utf8');

  test('is a pack', () => expect(parsePack(JSON.parse(raw))).toMatchObject({ ok: true }));

  test('holds one concept a line, so that a change shows as the line it changes', () => {
    const lines = raw.trimEnd().split('\n').slice(1, -1);
    expect(lines.map((line) => JSON.parse(line.replace(/,$/, '')).id)).toEqual(concepts.map(({ id }) => id));
  });
});

describe('names', () => {
  test('each id names one concept', () => {
    expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length);
  });

  test('each label leads to one concept', () => {
    const owners = new Map<string, Set<string>>();
    for (const { concept, sense } of senses)
      for (const { form } of formsOf(sense)) {
        const folded = foldToString(form);
        owners.set(folded, (owners.get(folded) ?? new Set()).add(concept.id));
      }
    expect([...owners].filter(([, ids]) => ids.size > 1)).toEqual([]);
  });

  test('each label can be found', () => {
    expect(
      broken((sense) =>
        formsOf(sense).some(({ form }) => !/^.{2,64}$/.test(foldToString(form)) || form !== form.trim()),
      ),
    ).toEqual([]);
  });

  test('what counts only in quotation marks is a label', () => {
    expect(
      broken(({ labels }) => {
        const known = [labels.preferred, ...(labels.alternative ?? []), ...(labels.hidden ?? [])];
        return labels.quoted?.some((form) => !known.includes(form));
      }),
    ).toEqual([]);
  });

  test('a name that is shown is not wholly in quotation marks and has no half-width punctuation', () => {
    expect(
      broken(({ labels }) =>
        [labels.preferred, ...(labels.alternative ?? [])].some((l) => /^“[^”]*”$|[,;:()]/.test(l)),
      ),
    ).toEqual([]);
  });

  test('senses of one concept are told apart', () => {
    const blurred = concepts.filter(
      ({ senses }) => senses.length > 1 && !senses.every(({ gloss, when }, i) => gloss && (when || i === 0)),
    );
    expect(blurred.map(({ id }) => id)).toEqual([]);
  });

  test('a local term says where it holds', () => {
    expect(broken((sense, { category }) => category === '地方专有' && !sense.regions?.length)).toEqual([]);
  });
});

describe('definitions', () => {
  test('are one sentence in the manner of 指……。', () => {
    expect(broken(({ definition }) => !/^指[^。\n]+。$/.test(definition))).toEqual([]);
  });

  test('do not explain a word by itself', () => {
    expect(broken(({ definition, labels }) => definition.includes(labels.preferred))).toEqual([]);
  });

  test('use full-width punctuation, in pairs', () => {
    const wrong = (text: string) =>
      /[,;:!?()"']/.test(text) ||
      ['“”', '‘’', '（）', '《》'].some(([a = '', b = '']) => text.split(a).length !== text.split(b).length);
    expect(broken(({ definition, note = '', parts = [] }) => [definition, note, ...parts].some(wrong))).toEqual([]);
  });
});

/** Whether a date exists, as exact as it is given. */
function isDate(date: string): boolean {
  const [year = '', month = '01', day = '01'] = date.split('-');
  const parsed = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function datesOf({ origin, basis, validity, when, reviewed }: Sense): string[] {
  const dates = [origin?.date, origin?.published, validity?.from, validity?.until, when?.from, when?.until, reviewed];
  return [...dates, ...(basis ?? []).map(({ date }) => date)].filter((date) => date !== undefined);
}

/** Whether one date is not after the other, where both are exact enough to tell. */
function isInOrder(first: string | undefined, second: string | undefined): boolean {
  if (!first || !second) return true;
  const shared = Math.min(first.length, second.length);
  return first.slice(0, shared) <= second.slice(0, shared);
}

describe('origin and basis', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2023-13', false],
    ['2023', true],
  ])('the date %s: %s', (date, exists) => expect(isDate(date)).toBe(exists));

  test('dates exist', () => expect(broken((sense) => !datesOf(sense).every(isDate))).toEqual([]));

  test('成文 is not after 公布, nothing ends before it begins', () => {
    expect(
      broken(
        ({ origin, validity, when }) =>
          !isInOrder(origin?.date, origin?.published) ||
          !isInOrder(validity?.from, validity?.until) ||
          !isInOrder(when?.from, when?.until),
      ),
    ).toEqual([]);
  });

  test('a 文号 is a whole 文号 in its official form', () => {
    expect(broken(({ basis }) => basis?.some(({ number }) => number && findDocumentNumber(number) !== number))).toEqual(
      [],
    );
  });

  test('a 文号 that is not verified is not shown', () => {
    expect(
      broken(({ basis, unverified }) =>
        basis?.some(({ number }) => number && unverified?.some((open) => open.includes(number))),
      ),
    ).toEqual([]);
  });

  test('addresses are web addresses, whole', () => {
    const isWhole = (url: string) =>
      URL.canParse(url) && /^https?:\/\/[\w.-]+\.\w+\//.test(url) && !/[\s…]|\.\.\./.test(url);
    expect(broken(({ sources }) => sources.some(({ url }) => url !== undefined && !isWhole(url)))).toEqual([]);
  });

  test('a source says something', () => {
    expect(broken(({ sources }) => sources.some(({ title, url }) => !title && !url))).toEqual([]);
  });

  test('translations are in English', () => {
    expect(broken(({ translation }) => translation && /[\u3000-\u9fff\uff00-\uffef]/.test(translation.en))).toEqual([]);
  });
});
