// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseDate } from '../../../../core/page/dates';

const DATES: [text: string, date: string][] = [
  ['2022-02-10', '2022-02-10'],
  ['2022-02-10 18:18', '2022-02-10 18:18'],
  ['2022-02-10 18:18:07', '2022-02-10 18:18'],
  ['2022年2月10日', '2022-02-10'],
  ['2022年2月10日 9:05', '2022-02-10 09:05'],
  ['2022年02月10日18:18', '2022-02-10 18:18'],
  ['2022 年 2 月 10 日', '2022-02-10'],
  ['2022/2/10', '2022-02-10'],
  ['2022.2.10', '2022-02-10'],
  ['2022-02-10T18:18:00', '2022-02-10 18:18'],
  ['2022-02-10 18：18', '2022-02-10 18:18'],
  ['发布于2022-02-10 18:18 浏览：3', '2022-02-10 18:18'],
  ['二〇二二年二月十日', '2022-02-10'],
  ['二○二二年十二月三十一日', '2022-12-31'],
  ['二〇二三年 十一月 二十日', '2023-11-20'],
  ['2022-13-01', ''],
  ['2022-00-01', ''],
  ['2022-01-32', ''],
  ['1022-01-01', ''],
  ['2022年', ''],
  ['2022年2月', ''],
  ['02-10', ''],
  ['10日', ''],
  ['', ''],
];

describe('a date', () => {
  test.each(DATES)('「%s」: %s', (text, date) => expect(normaliseDate(text)).toBe(date));

  test('is normal when normalised once', () => {
    for (const [, date] of DATES) expect(normaliseDate(date)).toBe(date);
  });

  test('is read alike in figures and in words', () => {
    const DIGITS = '〇一二三四五六七八九';
    const inWords = (number: number) => {
      const [tens, ones] = [Math.floor(number / 10), number % 10];
      return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
    };
    const day = fc.date({ min: new Date('1949-10-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
        const figures = `${year}年${Number(month)}月${Number(dayOfMonth)}日`;
        expect(normaliseDate(figures)).toBe(iso);
        if (!year.startsWith('2')) return;
        const words = [...year].map((digit) => DIGITS[Number(digit)]).join('');
        expect(normaliseDate(`${words}年${inWords(Number(month))}月${inWords(Number(dayOfMonth))}日`)).toBe(iso);
      }),
    );
  });
});
