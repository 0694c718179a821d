/** Is this page an article? Weighs the first look with what stands in the page; says why in codes. */
import { textContent } from '../dom/safe';
import { BODY_BOX_SELECTOR } from './body-boxes';
import { type Census, takeCensus } from './census';
import { findDocumentNumber } from './document-number';
import { type FirstLook, takeFirstLook } from './first-look';
import { listTexts, type PageText } from './page-texts';
import type { PageKind, Recognition, Signal } from './signals';

/** From here on a page counts as an article; two independent strong signals reach it, no single weak one does. */
const ARTICLE_SCORE = 4;

/** @param texts of the page, where they have been listed already */
export function recognise(
  document: Document,
  url: URL,
  look: FirstLook = takeFirstLook(document, url),
  texts: readonly PageText[] = listTexts(document),
): Recognition {
  const signals: Signal[] = [...look.signals];
  const census = takeCensus(document, texts);
  addProse(census, signals);
  addSurroundings(census, signals);
  addContainer(document, signals);
  addFactTable(document, census, signals);
  addRows(census, signals);
  addWords(document, signals);
  const score = signals.reduce((sum, signal) => sum + signal.weight, 0);
  return { kind: kindOf(score, signals), authority: look.authority, score, signals };
}

function kindOf(score: number, signals: readonly Signal[]): PageKind {
  if (score >= ARTICLE_SCORE) return 'article';
  const codes = new Set(signals.map((signal) => signal.code));
  if (codes.has('address-home')) return 'home';
  const list = ['dated-links', 'link-rows', 'page-type-list', 'address-list'] as const;
  return list.some((code) => codes.has(code)) ? 'list' : 'other';
}

function addProse({ prose }: Census, signals: Signal[]): void {
  const detail = String(prose);
  if (prose >= 300) signals.push({ code: 'prose', weight: 3, detail });
  else if (prose >= 120) signals.push({ code: 'prose', weight: 2, detail });
  else if (prose >= 50) signals.push({ code: 'prose', weight: 1, detail });
  else signals.push({ code: 'little-prose', weight: -1, detail });
}

function addSurroundings({ titleRepeated, neighbours, tools }: Census, signals: Signal[]): void {
  if (titleRepeated) signals.push({ code: 'heading-is-title', weight: 2 });
  if (neighbours) signals.push({ code: 'neighbours', weight: 2 });
  if (tools) signals.push({ code: 'reading-tools', weight: 1 });
}

function addContainer(document: Document, signals: Signal[]): void {
  for (const box of document.querySelectorAll(BODY_BOX_SELECTOR)) {
    const text = textContent(box) ?? '';
    if (text.trim().length < 40 && !box.querySelector('img')) continue;
    signals.push({ code: 'body-container', weight: 2 });
    return;
  }
}

/** Awards, penalties and tenders are published as one table of facts, without a sentence. */
function addFactTable(document: Document, { prose }: Census, signals: Signal[]): void {
  if (prose >= 300) return;
  for (const table of document.querySelectorAll('table')) {
    const characters = (textContent(table) ?? '').replace(/\s/g, '').length;
    const linked = [...table.querySelectorAll('a')].reduce((sum, a) => sum + (textContent(a) ?? '').length, 0);
    if (characters < 200 || linked * 3 > characters || table.querySelector('input, select, textarea')) continue;
    signals.push({ code: 'fact-table', weight: 2, detail: String(characters) });
    return;
  }
}

function addRows({ rows, datedRows, more, prose }: Census, signals: Signal[]): void {
  // Beside a long text, a column of links is furniture.
  const furniture = prose > rows * 60;
  if (datedRows >= 8) signals.push({ code: 'dated-links', weight: furniture ? 0 : -3, detail: String(datedRows) });
  else if (rows >= 4)
    signals.push({
      code: 'link-rows',
      weight: furniture ? 0 : rows >= 8 && prose < 300 ? -2 : -1,
      detail: String(rows),
    });
  if (more >= 4) signals.push({ code: 'more-links', weight: furniture ? 0 : -2, detail: String(more) });
}

/** A label of facts near the top, the page's number, the mark in the footer. */
function addWords(document: Document, signals: Signal[]): void {
  const text = textContent(document.body ?? document.documentElement) ?? '';
  const top = text.slice(0, 6000);
  if (/(?:来\s*源|发布(?:时间|日期)|发文机关|成文日期)\s*[：:∶]/.test(top))
    signals.push({ code: 'source-line', weight: 1 });
  const number = findDocumentNumber(top);
  if (number) signals.push({ code: 'document-number', weight: 1, detail: number });
  if (/网站标识码/.test(text.slice(-3000))) signals.push({ code: 'footer-site-mark', weight: 0 });
}
