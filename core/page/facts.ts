/** The facts of an article: each with its value, where it came from and how sure it is. */
import { isText, parentElement, tagName, textContent } from '../dom/safe';
import { findDocumentNumber, isDocumentNumberLine } from './document-number';
import { type MetaTags, readMetaTags } from './meta-tags';

export interface Fact {
  readonly value: string;
  readonly from: 'meta' | 'table' | 'line' | 'heading' | 'title' | 'body' | 'reader';
  /** 0 to 1. */
  readonly sure: number;
}

export const FACT_NAMES = [
  'title',
  'author',
  'source',
  'issuingBody',
  'docNumber',
  'publishedAt',
  'writtenAt',
  'column',
  'site',
] as const;
export type FactName = (typeof FACT_NAMES)[number];
export type Facts = Partial<Record<FactName, Fact>>;

const LABELS: ReadonlyArray<readonly [FactName, RegExp]> = [
  ['author', /(?:^|[\s|　])(?:作\s*者|撰\s*稿)\s*[：:∶]\s*([^\s|：:【】]{2,20})/],
  ['source', /(?:信息|文章|稿件)?来\s*源\s*[：:∶]\s*([^\s|：:【】]{2,40})/],
  [
    'publishedAt',
    /(?:发布|发表|发稿)?(?:时间|日期)\s*[：:∶]\s*(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?(?:\s+\d{1,2}[:：∶]\d{2})?)/,
  ],
  [
    'issuingBody',
    /(?:发文机关|发文机构|发布机构|发布机关)\s*[：:∶]?\s*([\u4e00-\u9fff、，\s]{3,60}?)(?=$|\s{2}|索|成文|标|发文|主题|文号|分类)/,
  ],
  ['writtenAt', /(?:成文日期|生成日期|发文日期)\s*[：:∶]?\s*(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2})/],
];

/** Long enough for any source line or table cell, short enough to leave body paragraphs out. */
const LONGEST_LINE = 160;

/**
 * Reads the facts of a page.
 * @param bodyLines the first lines of the body, where a document carries its own number
 */
export function readFacts(document: Document, bodyLines: readonly string[] = []): Facts {
  const meta = readMetaTags(document);
  const facts: Facts = {};
  const put = (name: FactName, value: string | undefined, from: Fact['from'], sure: number) => {
    const known = facts[name];
    if (value && (!known || known.sure < sure)) facts[name] = { value, from, sure };
  };
  readTitle(document, meta, put);
  for (const line of shortLines(document)) readLine(line, put);
  put('publishedAt', normaliseDate(meta.get('pubdate') ?? meta.get('firstpublishedtime') ?? ''), 'meta', 0.8);
  put('source', meta.get('contentsource'), 'meta', 0.8);
  put('author', meta.get('author'), 'meta', 0.6);
  put('column', meta.get('columnname'), 'meta', 0.9);
  put('site', meta.get('sitename'), 'meta', 0.9);
  const own = bodyLines.slice(0, 4).find(isDocumentNumberLine);
  if (own) put('docNumber', findDocumentNumber(own) ?? undefined, 'body', 0.8);
  return facts;
}

type Put = (name: FactName, value: string | undefined, from: Fact['from'], sure: number) => void;

function readLine(line: string, put: Put): void {
  for (const [name, label] of LABELS) {
    const value = label.exec(line)?.[1]?.trim();
    if (value) put(name, name.endsWith('At') ? normaliseDate(value) : value.replace(/\s/g, ''), 'line', 0.9);
  }
  const number = /(?:发文字号|文\s*号|文件编号)\s*[：:∶]?\s*(\S[^\n]{3,40})/.exec(line)?.[1];
  if (number) put('docNumber', findDocumentNumber(number) ?? undefined, 'table', 0.95);
}

function readTitle(document: Document, meta: MetaTags, put: Put): void {
  put('title', meta.get('articletitle'), 'meta', 0.95);
  const pageTitle = squeeze(textContent(document.querySelector('title') ?? document.documentElement) ?? '').slice(
    0,
    300,
  );
  const headings = [...document.querySelectorAll('h1, h2, [class*="title" i], ucaptitle')]
    .map((element) => squeeze(textContent(element) ?? ''))
    .filter((text) => text.length >= 4 && text.length <= 200);
  const shared = headings.find((text) => bare(pageTitle).startsWith(bare(text)));
  put('title', shared, 'heading', 0.9);
  put('title', cutSiteSuffix(pageTitle), 'title', 0.6);
}

/** 「标题-某某人民政府门户网站」, 「标题_栏目_中国政府网」 → 「标题」. */
function cutSiteSuffix(title: string): string {
  return title.split(/\s*[_|—]\s*|\s+-\s+|-(?=[^-]*(?:网|政府|门户|平台)$)/)[0]?.trim() ?? title;
}

function bare(text: string): string {
  return text.replace(/[\s“”"'《》〈〉]/g, '');
}

function squeeze(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
}

/** Texts of the small elements that hold a labelled fact, each once, in document order. */
function* shortLines(document: Document): Generator<string> {
  const body = document.body;
  if (!body) return;
  const seen = new Set<Element>();
  const walker = document.createTreeWalker(body, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isText(node) || !/来\s*源|作\s*者|时间|日期|文\s*号|发文|发布机|编号/.test(node.data)) continue;
    const line = lineAround(node);
    if (!line || seen.has(line)) continue;
    seen.add(line);
    yield squeeze(textContent(line) ?? '');
  }
}

/** The widest element around a text that is still a line; a label and its value often stand in two cells of one row. */
function lineAround(node: Text): Element | null {
  let line: Element | null = null;
  for (let element = parentElement(node); element && tagName(element) !== 'body'; element = parentElement(element)) {
    if (squeeze(textContent(element) ?? '').length > LONGEST_LINE) break;
    line = element;
  }
  return line;
}

/** `2022年2月10日 18:18`, `2022/2/10` → `2022-02-10 18:18`, `2022-02-10`; '' when there is no date. */
export function normaliseDate(text: string): string {
  const found = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:\s+(\d{1,2})[:：∶](\d{2}))?/.exec(text);
  if (!found) return '';
  const [, year, month = '', day = '', hour, minute] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return hour && minute ? `${date} ${hour.padStart(2, '0')}:${minute}` : date;
}
