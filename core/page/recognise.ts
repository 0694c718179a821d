/** Is this page an article? Weighs the first look with what stands in the page; says why in codes. */
import { tagName, textContent } from '../dom/safe';
import { BODY_BOX_SELECTOR } from './body-boxes';
import { findDocumentNumber } from './document-number';
import { type FirstLook, takeFirstLook } from './first-look';
import type { PageKind, Recognition, Signal } from './signals';

/** From here on a page counts as an article; two independent strong signals reach it, no single weak one does. */
const ARTICLE_SCORE = 4;

const DATE_IN_ROW = /(?:^|[^\d])(?:20\d{2}[-/.年]\s?)?\d{1,2}[-/.月]\d{1,2}日?(?:[^\d]|$)/;
const SENTENCE = /[。；！？]|[a-zäöüß][.!?](?:\s|$)/i;
/** A Western letter says less than a Chinese character. */
const LETTERS_A_CHARACTER = 3;

export function recognise(document: Document, url: URL, look: FirstLook = takeFirstLook(document, url)): Recognition {
  const signals: Signal[] = [...look.signals];
  const prose = measureProse(document);
  addProse(prose, signals);
  addHeading(document, signals);
  addContainer(document, signals);
  addFactTable(document, prose, signals);
  addLinks(document, prose, signals);
  const top = (textContent(document.body ?? document.documentElement) ?? '').slice(0, 6000);
  if (/(?:来\s*源|发布(?:时间|日期)|发文机关|成文日期)\s*[：:∶]/.test(top))
    signals.push({ code: 'source-line', weight: 1 });
  const number = findDocumentNumber(top);
  if (number) signals.push({ code: 'document-number', weight: 1, detail: number });
  if (/网站标识码/.test((textContent(document.body ?? document.documentElement) ?? '').slice(-3000)))
    signals.push({ code: 'footer-site-mark', weight: 0 });
  const score = signals.reduce((sum, signal) => sum + signal.weight, 0);
  return { kind: kindOf(score, signals), authority: look.authority, score, signals };
}

function kindOf(score: number, signals: readonly Signal[]): PageKind {
  if (score >= ARTICLE_SCORE) return 'article';
  const codes = new Set(signals.map((signal) => signal.code));
  if (codes.has('address-home')) return 'home';
  if (codes.has('dated-links') || codes.has('page-type-list') || codes.has('address-list')) return 'list';
  return 'other';
}

interface Prose {
  /** Characters in blocks that read like sentences. */
  readonly characters: number;
}

/** Text of blocks with sentence ends in it and few links: prose, as against menus and lists of titles. */
function measureProse(document: Document): Prose {
  let characters = 0;
  for (const block of document.querySelectorAll('p, td, section, article, div')) {
    if (tagName(block) !== 'p' && block.querySelector('p, div, table, ul')) continue;
    const text = textContent(block) ?? '';
    if (text.length < 20 || !SENTENCE.test(text)) continue;
    const linked = [...block.querySelectorAll('a')].reduce((sum, a) => sum + (textContent(a) ?? '').length, 0);
    if (linked * 2 < text.length) characters += weightOf(text.trim());
  }
  return { characters };
}

function addProse({ characters }: Prose, signals: Signal[]): void {
  const detail = String(characters);
  if (characters >= 300) signals.push({ code: 'prose', weight: 3, detail });
  else if (characters >= 60) signals.push({ code: 'prose', weight: 1, detail });
  else signals.push({ code: 'little-prose', weight: -1, detail });
}

function weightOf(text: string): number {
  const chinese = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  return chinese * 2 > text.length ? text.length : Math.round(text.length / LETTERS_A_CHARACTER);
}

/** The page's own heading is the title that the browser shows: so pages of one matter are made. */
function addHeading(document: Document, signals: Signal[]): void {
  const title = bareText(textContent(document.querySelector('title') ?? document.documentElement) ?? '').slice(0, 300);
  for (const heading of document.querySelectorAll(
    'h1, h2, h3, h4, [class*="title" i], [class*="tit" i], [class*="tc" i]',
  )) {
    const text = bareText(textContent(heading) ?? '');
    if (text.length < LONG_HEADING || !title.startsWith(text) || tagName(heading) === 'title') continue;
    signals.push({ code: 'heading-is-title', weight: 2 });
    return;
  }
}

/** Names of columns and sites are shorter. */
const LONG_HEADING = 14;

function bareText(text: string): string {
  return text.replace(/[\s“”"'_|—-]/g, '');
}

/** Awards, penalties and tenders are published as one table of facts, without a sentence. */
function addFactTable(document: Document, { characters: prose }: Prose, signals: Signal[]): void {
  if (prose >= 300) return;
  for (const table of document.querySelectorAll('table')) {
    const characters = bareText(textContent(table) ?? '').length;
    const linked = [...table.querySelectorAll('a')].reduce((sum, a) => sum + (textContent(a) ?? '').length, 0);
    if (characters < 200 || linked * 3 > characters) continue;
    signals.push({ code: 'fact-table', weight: 2, detail: String(characters) });
    return;
  }
}

function addContainer(document: Document, signals: Signal[]): void {
  for (const box of document.querySelectorAll(BODY_BOX_SELECTOR)) {
    const text = textContent(box) ?? '';
    if (text.trim().length < 40 && !box.querySelector('img')) continue;
    signals.push({ code: 'body-container', weight: 2 });
    return;
  }
}

function addLinks(document: Document, prose: Prose, signals: Signal[]): void {
  let dated = 0;
  let more = 0;
  for (const row of document.querySelectorAll('li, tr, dd')) {
    const text = textContent(row) ?? '';
    if (text.length < 200 && row.querySelector('a') && DATE_IN_ROW.test(text)) dated++;
  }
  for (const link of document.querySelectorAll('a')) if (/^\s*(?:更多|more)/i.test(textContent(link) ?? '')) more++;
  // Beside a long article, a column of dated links is furniture.
  const furniture = prose.characters > dated * 60;
  if (dated >= 8) signals.push({ code: 'dated-links', weight: furniture ? 0 : -3, detail: String(dated) });
  if (more >= 4) signals.push({ code: 'more-links', weight: furniture ? 0 : -2, detail: String(more) });
}
