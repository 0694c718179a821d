/** Dates as Chinese pages write them. */

const DATE = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2})\s*[:：∶]\s*(\d{2}))?/;
const CHINESE_DATE =
  /([二一][〇零○OoＯ一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;

/** `2022年2月10日 18:18`, `2022/2/10`, `二〇二二年二月十日` → `2022-02-10 18:18`, `2022-02-10`; '' when there is no date. */
export function normaliseDate(text: string): string {
  const found = DATE.exec(text);
  if (!found) return normaliseChineseDate(text) || normaliseEnglishDate(text);
  const [, year = '', month = '', day = '', hour, minute] = found;
  const date = formatDay(Number(year), Number(month), Number(day));
  return date && hour && minute && Number(hour) < 24 ? `${date} ${hour.padStart(2, '0')}:${minute}` : date;
}

function formatDay(year: number, month: number, day: number): string {
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return '';
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return '';
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const ENGLISH_DATE = /\b(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})\b|\b([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b/i;

function normaliseEnglishDate(text: string): string {
  const found = ENGLISH_DATE.exec(text);
  if (!found) return '';
  const [, day, month, year, otherMonth, otherDay, otherYear] = found;
  const name = (month ?? otherMonth ?? '').toLowerCase();
  const number = MONTHS.findIndex((whole) => whole.startsWith(name)) + 1;
  return formatDay(Number(year ?? otherYear), number, Number(day ?? otherDay));
}

const DIGITS = '〇一二三四五六七八九';

function normaliseChineseDate(text: string): string {
  const found = CHINESE_DATE.exec(text.replace(/\s/g, ''));
  if (!found) return '';
  const [, year = '', month = '', day = ''] = found;
  const digits = [...year].map((char) => Math.max(DIGITS.indexOf(char), 0)).join('');
  return formatDay(Number(digits), readNumeral(month), readNumeral(day));
}

/** 十二 → 12, 二十一 → 21. */
function readNumeral(numeral: string): number {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const ten = numeral.includes('十') ? (tens ? DIGITS.indexOf(tens) : 1) : 0;
  return ten * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}
