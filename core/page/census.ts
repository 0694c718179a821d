/**
 * Counts what a page consists of, each thing in one pass: rows of links, prose outside of them, the title repeated as a
 * heading, the tools that stand beside one article. Linear in the size of the page, however it is nested.
 */
import { parentElement, tagName, textContent } from '../dom/safe';
import { isLonger } from '../dom/short-text';
import type { PageText } from './page-texts';

export interface Census {
  /** Characters of sentences that stand in no row of links, as far as they matter; a Western letter counts a third. */
  readonly prose: number;
  /** Rows of the largest group of siblings that each begin with a link. */
  readonly rows: number;
  /** Those of them that carry a date. */
  readonly datedRows: number;
  /** Links to more of a column: 更多. */
  readonly more: number;
  /** The page shows the title that the browser shows, and not as a link. */
  readonly titleRepeated: boolean;
  /** 上一篇 / 下一篇 */
  readonly neighbours: boolean;
  /** 打印, 字号, 分享 and the like beside a text. */
  readonly tools: boolean;
}

const FURNITURE = 'nav, header, footer, [role="navigation"]';
const ROW = 'li, tr, dd, dl, article, p, div';
/** A row begins with its link, behind a bullet, a number or a date. */
const LINK_WITHIN = 18;
const LONGEST_ROW = 600;
const SHORTEST_LINK = 6;
/** Fewer rows are the pager, the attachments, or what else to read. */
const LEAST_ROWS = 4;

const DATE_IN_ROW = /(?:^|[^\d])(?:20\d{2}[-/.年]\s?)?\d{1,2}[-/.月]\d{1,2}日?(?:[^\d]|$)/;
const SENTENCE = /[，。；！？]/;
const WESTERN_SENTENCE = /[a-zäöüß]{2}[.,;!?](?:\s|$)/i;
const SHORTEST_SENTENCE = 12;
const LETTERS_A_CHARACTER = 3;
const NEVER_PROSE = new Set(['script', 'style', 'noscript', 'textarea', 'option', 'title', 'button', 'label']);

/** Names of sites and columns are shorter, or end so. */
const SHORTEST_TITLE = 10;
const SITE_NAME = /(?:网|网站|政府|门户|平台|频道|委员会|中心|[局厅部办院])$/;

export function takeCensus(document: Document, texts: readonly PageText[]): Census {
  const groups = groupRows(document);
  const largest = [...groups.values()].reduce<Element[]>((a, b) => (b.length > a.length ? b : a), []);
  const rows = new Set([...groups.values()].filter((group) => group.length >= LEAST_ROWS).flat());
  const text = readTexts(document, texts, rows, Math.max(PLENTY, largest.length * PLENTY_A_ROW));
  return {
    ...text,
    rows: largest.length >= LEAST_ROWS ? largest.length : 0,
    datedRows: [...rows].filter((row) => DATE_IN_ROW.test(textContent(row) ?? '')).length,
    more: countMore(document),
  };
}

/** Rows by their kind: same parent, same tag, same class. */
function groupRows(document: Document): Map<string, Element[]> {
  const parents = new Map<Element, number>();
  const groups = new Map<string, Element[]>();
  const seen = new Set<Element>();
  for (const link of document.querySelectorAll('a')) {
    const words = (textContent(link) ?? '').trim();
    if (link.closest(FURNITURE)) continue;
    const row = words.length >= SHORTEST_LINK ? parentElement(link)?.closest(ROW) : null;
    const parent = row && parentElement(row);
    if (!row || !parent || seen.has(row)) continue;
    if (isLonger(row, LONGEST_ROW)) continue;
    const whole = textContent(row) ?? '';
    const at = whole.replace(/\s/g, '').indexOf(words.replace(/\s/g, ''));
    if (at < 0 || at > LINK_WITHIN) continue;
    seen.add(row);
    if (!parents.has(parent)) parents.set(parent, parents.size);
    const key = `${parents.get(parent)} ${tagName(row)} ${row.getAttribute('class') ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function readTexts(
  document: Document,
  texts: readonly PageText[],
  rows: ReadonlySet<Element>,
  plenty: number,
): Pick<Census, 'prose' | 'titleRepeated' | 'neighbours' | 'tools'> {
  const title = bare(textContent(document.querySelector('title') ?? document.createElement('title')) ?? '');
  let prose = 0;
  let titleRepeated = false;
  let neighbours = false;
  let tools = false;
  const kinds = new Map<Element, Kind>();
  for (const { data, parent } of texts) {
    if (data.length < 2 || (prose > plenty && data.length > LONGEST_LOOK)) continue;
    const kind = kindOf(parent, rows, kinds);
    if (kind === 'never') continue;
    const text = data.trim();
    if (text.length <= LONGEST_TOOL) {
      neighbours ||= /^[[【]?\s*(?:上|下)一(?:篇|条|页)/.test(text) && !/页/.test(text);
      tools ||= /^[[【(（]*\s*(?:打印|字号|字体|关闭|收藏本文|分享到)/.test(text);
    }
    if (kind === 'link') continue;
    if (!titleRepeated && kind === 'text') titleRepeated = isTitle(text, title);
    if (kind === 'text') prose += weightOf(text);
  }
  return { prose, titleRepeated, neighbours, tools };
}

const LONGEST_TOOL = 16;
/** With so much prose counted, only short texts are still looked at, for tools and titles. */
const PLENTY = 20_000;
/** More than any judgement asks for beside a column of links. */
const PLENTY_A_ROW = 100;
const LONGEST_LOOK = 60;

function isTitle(written: string, title: string): boolean {
  if (written.length > title.length * 3) return false;
  const text = bare(written);
  return text.length >= SHORTEST_TITLE && title.startsWith(text) && !SITE_NAME.test(text);
}

function weightOf(text: string): number {
  if (text.length < SHORTEST_SENTENCE) return 0;
  if (SENTENCE.test(text)) return text.length;
  return WESTERN_SENTENCE.test(text) ? Math.round(text.length / LETTERS_A_CHARACTER) : 0;
}

/** What a text is by where it stands; each element is asked once. */
type Kind = 'text' | 'link' | 'row' | 'never';

function kindOf(element: Element, rows: ReadonlySet<Element>, known: Map<Element, Kind>): Kind {
  const asked = known.get(element);
  if (asked) return asked;
  const path: Element[] = [];
  let kind: Kind = 'text';
  for (let at: Element | null = element; at; at = parentElement(at)) {
    const before = known.get(at);
    const tag = tagName(at);
    const own = NEVER_PROSE.has(tag) ? 'never' : tag === 'a' ? 'link' : rows.has(at) ? 'row' : undefined;
    if (before ?? own) {
      kind = before ?? own ?? 'text';
      if (!before) path.push(at);
      break;
    }
    path.push(at);
  }
  for (const at of path) known.set(at, kind);
  return kind;
}

function countMore(document: Document): number {
  let more = 0;
  for (const link of document.querySelectorAll('a')) if (/^\s*(?:更多|more)/i.test(textContent(link) ?? '')) more++;
  return more;
}

function bare(text: string): string {
  return text.replace(/[\s“”"'《》]/g, '');
}
