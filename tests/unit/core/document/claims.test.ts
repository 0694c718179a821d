// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { type Claimable, type ClaimKind, claimsOf, sha256 } from '../../../../core/document/claims';
import type { Fact } from '../../../../core/page/fact';

const fact = (value: string): Fact => ({ value, from: 'meta', sure: 0.9 });
const TITLE = '国务院办公厅关于全面推进城镇老旧小区改造工作的指导意见';
const NUMBER = '国办发〔2020〕23号';
const ADDRESS = 'http://www.gov.cn/zhengce/content/2020-07/20/content_5528320.htm';
/** A text that is long enough to be told apart by itself. */
const TEXT = '城镇老旧小区改造是重大民生工程和发展工程，对满足人民群众美好生活需要具有十分重要意义。'.repeat(6);

const CASES: [what: string, claimable: Partial<Claimable>, kinds: ClaimKind[]][] = [
  [
    'a numbered document',
    { facts: { title: fact(TITLE), docNumber: fact(NUMBER) } },
    ['number-title', 'fingerprint', 'address'],
  ],
  [
    'a number alone, which every report on it has too',
    { facts: { docNumber: fact(NUMBER) } },
    ['fingerprint', 'address'],
  ],
  ['a title alone', { facts: { title: fact('通知公告') } }, ['fingerprint', 'address']],
  ['a text of a few lines', { text: '见附件。' }, ['address']],
  ['199 characters', { text: '甲'.repeat(199) }, ['address']],
  ['200 characters', { text: '甲'.repeat(200) }, ['fingerprint', 'address']],
  ['200 characters, most of them space', { text: `甲${' '.repeat(198)}乙` }, ['address']],
  ['a file', { address: 'file:///C:/t.html' }, ['fingerprint']],
];

const claim = (more: Partial<Claimable> = {}) => claimsOf({ address: ADDRESS, facts: {}, text: TEXT, ...more });
const claimed = async (kind: ClaimKind, more: Partial<Claimable>) =>
  (await claim(more)).find((made) => made.kind === kind)?.value;

/** The same document on another site: what differs, and which claim joins them all the same. */
const JOINED: [what: string, kind: ClaimKind, one: Partial<Claimable>, other: Partial<Claimable>][] = [
  [
    'its title in quotation marks and wrapped',
    'number-title',
    { facts: { title: fact(TITLE), docNumber: fact(NUMBER) } },
    { facts: { title: fact(`“${TITLE.slice(0, 9)}\n${TITLE.slice(9)}”`), docNumber: fact(NUMBER) } },
  ],
  ['half-width punctuation', 'fingerprint', {}, { text: TEXT.replaceAll('，', ',') }],
  ['other line breaks and indents', 'fingerprint', {}, { text: TEXT.replaceAll('。', '。\n　　') }],
];

describe('claims', () => {
  test.each(CASES)('%s', async (_, more, kinds) => {
    expect((await claim(more)).map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each(JOINED)('join a document with %s', async (_, kind, one, other) => {
    const value = await claimed(kind, one);
    expect(value).toBeDefined();
    expect(await claimed(kind, other)).toBe(value);
  });

  test('do not join documents of one number with other titles, nor texts that differ in a word', async () => {
    const numbered = (title: string) =>
      claimed('number-title', { facts: { title: fact(title), docNumber: fact(NUMBER) } });
    expect(await numbered(TITLE)).not.toBe(await numbered(`${TITLE}的解读`));
    expect(await claimed('fingerprint', {})).not.toBe(await claimed('fingerprint', { text: `${TEXT}（2021年修订）` }));
  });

  test('hash as the standard says', async () => {
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
