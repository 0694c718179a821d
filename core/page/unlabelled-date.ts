/** A date without a label, as many sites put it under the title: 「2024-09-10 09:24 来源：新华社」, or alone on its line. */
import { isText, parentElement, tagName, textContent } from '../dom/safe';
import { normaliseDate } from './dates';
import { squeeze } from './labelled-facts';

const LONGEST_LINE = 160;
const DATE_FIRST = /^[^\d]{0,12}?(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}[:：]\d{2})?)/;
const DATE_ONLY = /^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/;
const SOURCE = /来\s*源|作\s*者|责任编辑|字号|字体|浏览|【|打印/;

export interface UnlabelledDate {
  readonly date: string;
  /** On one line with the source or the page's tools: as good as a label. */
  readonly besideSource: boolean;
}

/** @param isBody whether an element is part of the article's own text */
export function findUnlabelledDate(document: Document, isBody: (element: Element) => boolean): UnlabelledDate | null {
  const { body } = document;
  if (!body) return null;
  const walker = document.createTreeWalker(body, 4 /* NodeFilter.SHOW_TEXT */);
  let alone: UnlabelledDate | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isText(node) || !/\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]/.test(node.data)) continue;
    const parent = parentElement(node);
    if (!parent || isBody(parent) || inList(parent)) continue;
    for (const line of linesAround(parent)) {
      const found = DATE_FIRST.exec(line)?.[1];
      if (found && SOURCE.test(line)) return { date: normaliseDate(found), besideSource: true };
    }
    const own = squeeze(node.data);
    if (!alone && DATE_ONLY.test(own)) alone = { date: normaliseDate(own), besideSource: false };
  }
  return alone;
}

/** Dates of other articles stand in lists of links. */
function inList(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentElement(at)) {
    const tag = tagName(at);
    if (tag === 'li' || tag === 'a' || tag === 'dd') return true;
  }
  return false;
}

function* linesAround(element: Element): Generator<string> {
  for (let at: Element | null = element; at && tagName(at) !== 'body'; at = parentElement(at)) {
    const line = squeeze(textContent(at) ?? '');
    if (line.length > LONGEST_LINE) return;
    yield line;
  }
}
