/**
 * 发文字号: the number under which a body issued a document, such as 国发〔2019〕5号, and the forms of orders.
 * Source of the form: GB/T 9704—2012, 7.2.5 (机关代字, 年份 in 六角括号 〔〕, 序号 without 第).
 */

/** 机关代字, in one piece or with each character set apart. */
const BODY = '(?:(?:[\\u4e00-\\u9fff][ \\u3000]){2,12}|[\\u4e00-\\u9fff]{1,12}\\s*)';
const YEAR = '[〔［[【﹝（(]\\s*(?:19|20)\\d{2}\\s*[〕］\\]】﹞）)]';
const BRACKETED = new RegExp(`${BODY}${YEAR}\\s*第?\\s*\\d{1,5}\\s*号`);
/** 公告 are numbered within their year, and the number stands in brackets under the title. */
const OF_THE_YEAR = /^(?:19|20)\d{2}年第\d{1,4}号$/;
const ORDER = /[\u4e00-\u9fff]{2,20}(?:令|公告)\s*(?:(?:19|20)\d{2}\s*年)?\s*第\s*\d{1,5}\s*号/;

/** Words that run up to a number which is only cited; no 机关代字 contains them. */
const CITING =
  /^.*(?:根据|按照|依据|依照|遵照|参照|转发|印发|下发|贯彻|落实|执行|关于|废止|替代|现将|详见)(?=[\u4e00-\u9fff])/;

/** The first 发文字号 in a text, white space removed and its brackets made 〔〕; null when there is none. */
export function findDocumentNumber(text: string): string | null {
  const found = BRACKETED.exec(text)?.[0] ?? ORDER.exec(text)?.[0];
  return found ? normaliseDocumentNumber(found).replace(CITING, '') : null;
}

/** Whether a line consists of a 发文字号 alone, as it does at the head of the document that owns it. */
export function isDocumentNumberLine(line: string): boolean {
  const bare = normaliseDocumentNumber(line.replace(/\s/g, '').replace(/^[（(【[]|[）)】\]]$/g, ''));
  return OF_THE_YEAR.test(bare) || findDocumentNumber(bare) === bare;
}

export function normaliseDocumentNumber(number: string): string {
  return number
    .replace(/\s/g, '')
    .replace(/[［[【﹝（(](\d{4})[］\]】﹞）)]/, '〔$1〕')
    .replace(/〕第(\d+)号$/, '〕$1号');
}
