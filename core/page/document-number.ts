/**
 * 发文字号: the number under which a body issued a document, such as 国发〔2019〕5号, and the forms of orders.
 * Source of the form: GB/T 9704—2012, 7.2.5 (机关代字, 年份 in 六角括号 〔〕, 序号 without 第).
 */

const BRACKETED = /[\u4e00-\u9fff]{1,12}\s*[〔［[【﹝（(]\s*(?:19|20)\d{2}\s*[〕］\]】﹞）)]\s*第?\s*\d{1,5}\s*号/;
const ORDER = /[\u4e00-\u9fff]{2,20}(?:令|公告)\s*(?:(?:19|20)\d{2}\s*年)?\s*第\s*\d{1,5}\s*号/;

/** The first 发文字号 in a text, white space removed and its brackets made 〔〕; null when there is none. */
export function findDocumentNumber(text: string): string | null {
  const found = BRACKETED.exec(text)?.[0] ?? ORDER.exec(text)?.[0];
  return found ? normaliseDocumentNumber(found) : null;
}

/** Whether a line consists of a 发文字号 alone, as it does at the head of the document that owns it. */
export function isDocumentNumberLine(line: string): boolean {
  const bare = line.replace(/\s/g, '');
  const number = findDocumentNumber(bare);
  return number !== null && bare.length <= number.length + 2;
}

export function normaliseDocumentNumber(number: string): string {
  return number
    .replace(/\s/g, '')
    .replace(/[［[【﹝（(](\d{4})[］\]】﹞）)]/, '〔$1〕')
    .replace(/〕第(\d+)号$/, '〕$1号');
}
