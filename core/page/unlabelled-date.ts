/** A date without a label, as many sites put it under the title: 「2024-09-10 09:24 来源：新华社」, or alone on its line. */
import { parentElement, tagName } from '../dom/safe';
import { shortTexts, squeeze } from '../dom/short-text';
import { normaliseDate } from './dates';
import type { PageText } from './page-texts';

const LONGEST_LINE = 160;
const DATE_FIRST = /^[^\d]{0,12}?(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}[:：]\d{2})?)/;
const DATE_ONLY =
  /^[[【(（]?\s*\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s*[\]】)）]?$/;
const SOURCE = /来\s*源|作\s*者|责任编辑|字号|字体|浏览|【|打印/;
/** 发表于 2024年10月30日, wherever it stands. */
const SAID = /^(?:发表|发布|刊登|公布|刊发)[于在]\s*\d{4}/;
/** A date so few texts behind the title belongs to it. */
const NEAR_TITLE = 15;
/** So many characters of a text hold the first of a title, however they are spread. */
const HEAD = 80;

export interface UnlabelledDate {
  readonly date: string;
  /** Beside the source, under the title, or said to be the date: as good as a label. */
  readonly certain: boolean;
}

interface Place {
  readonly isBody: (element: Element) => boolean;
  readonly title: string | undefined;
}

export function findUnlabelledDate(texts: readonly PageText[], { isBody, title }: Place): UnlabelledDate | null {
  const textOf = shortTexts(LONGEST_LINE);
  const titleStart = bare(title ?? '').slice(0, 12);
  let alone: UnlabelledDate | null = null;
  let sinceTitle = Number.POSITIVE_INFINITY;
  for (const { data, parent } of texts) {
    const text = data.trim();
    if (text === '') continue;
    sinceTitle++;
    if (titleStart.length >= 4 && bare(text.slice(0, HEAD)).startsWith(titleStart) && !isBody(parent)) sinceTitle = 0;
    if (!/\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]/.test(text)) continue;
    const own = squeeze(text);
    if (SAID.test(own) && own.length < 40) return { date: normaliseDate(own), certain: true };
    // The clock in the banner of a portal.
    if (/星期|今天是/.test(own) || isBody(parent) || inListOfLinks(parent)) continue;
    for (const line of linesAround(parent, textOf)) {
      const found = DATE_FIRST.exec(line)?.[1];
      if (found && SOURCE.test(line)) return { date: normaliseDate(found), certain: true };
    }
    if (!DATE_ONLY.test(own)) continue;
    if (sinceTitle <= NEAR_TITLE) return { date: normaliseDate(own), certain: true };
    alone ??= { date: normaliseDate(own), certain: false };
  }
  return alone;
}

/** Dates of other articles stand in rows beside their links. */
function inListOfLinks(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentElement(at)) {
    const tag = tagName(at);
    if (tag === 'a') return true;
    if (tag === 'li' || tag === 'dd') return at.querySelector('a') !== null;
    // In a row with other cells it is the value of one of them.
    if (tag === 'tr') return at.children.length > 1 || at.querySelector('a') !== null;
  }
  return false;
}

function* linesAround(element: Element, textOf: (element: Element) => string | null): Generator<string> {
  for (let at: Element | null = element; at && tagName(at) !== 'body'; at = parentElement(at)) {
    const line = textOf(at);
    if (line === null) return;
    yield line;
  }
}

function bare(text: string): string {
  return text.replace(/[\s“”"'《》]/g, '');
}
