/** Cuts the page's furniture off both edges of a body: what stands there on every page and belongs to no article. */
import { sliceTextMap, type TextMap } from '../text/text-map';
import { labelOfCell } from './labels';

const HEAD_FURNITURE = [
  /^(?:您)?(?:现在|当前)?(?:所在)?(?:的)?位置\s*[：:]/,
  /^(?:信息|文章|稿件)?来\s*源\s*[：:∶]/,
  /^(?:作\s*者|发布(?:时间|日期)|发表时间|浏览(?:量|次数)?|点击(?:数|量)?|阅读(?:次数)?)\s*[：:∶]/,
  // 时间：上午9点 opens many a notice of a meeting; a bare date does not.
  /^(?:时间|日期)\s*[：:]\s*\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^[【[]?\s*(?:字体|字号)\s*[：:]?/,
  /^(?:分享(?:到)?|打印(?:本页)?|关闭(?:窗口)?|收藏|大|中|小|\s|[|｜【】[\]])+[：:]?$/,
  /^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*来源[：:].*)?$/,
  /^分享到?\s*[：:]/,
  /^(?:令和|平成)\d{1,2}年\d{1,2}月\d{1,2}日\s*(?:公表|発表|掲載)?$/,
];
const TAIL_FURNITURE = [
  /^[（(【[]?\s*(?:责任)?编\s*辑\s*[：:]/,
  /^(?:上|下)一(?:篇|条)\s*[：:]?/,
  /^扫一扫/,
  /^(?:发表|发布)于\s*\d{4}/,
  /^(?:供稿|审核|校对|撰稿)\s*[：:]/,
  /^(?:已有)?\s*\d*\s*人?(?:次)?(?:阅读|浏览|点击)(?:量|数)?/,
  /^(?:分享(?:到)?|打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:顶部)?|收藏|\s|[|｜【】[\]])+[：:]?$/,
  /^(?:相关(?:链接|阅读|新闻|文章|稿件|推荐)|推荐阅读|猜你喜欢)\s*[：:]?$/,
];

/** How many lines at an edge may be furniture: past that it is text that happens to look like it. */
const DEEPEST_EDGE = 8;
/** An information table has at most so many lines. */
const LONGEST_TABLE = 40;

export interface Edges {
  /** Facts that stand above the body and are no part of it. */
  readonly title: string | undefined;
  readonly others: readonly (string | undefined)[];
  /** A known body box holds the document itself: its number and title in it are the document's own words. */
  readonly isBox: boolean;
}

export function trimEdges(map: TextMap, edges: Edges): TextMap {
  const lines = map.lines.map((line) => map.text.slice(line.start, line.end).trim());
  const first = firstBodyLine(map, lines, edges);
  const end = endOfBody(lines, first);
  const start = map.lines[first]?.start ?? map.text.length;
  const stop = map.lines[end - 1]?.end ?? start;
  return start === 0 && stop === map.text.length ? map : sliceTextMap(map, start, Math.max(stop, start));
}

function firstBodyLine(map: TextMap, lines: readonly string[], { title, others, isBox }: Edges): number {
  let first = afterInformationTable(map, lines);
  const deepest = first + DEEPEST_EDGE;
  for (let i = first; i < deepest && i < lines.length; i++) {
    const line = lines[i] ?? '';
    const furniture = HEAD_FURNITURE.some((form) => form.test(line)) || others.some((fact) => isSame(line, fact));
    if ((i === first && furniture) || (isSame(line, title) && (i === first || !isBox))) first = i + 1;
  }
  return first;
}

function isSame(line: string, fact: string | undefined): boolean {
  return fact !== undefined && line !== '' && line.replace(/\s/g, '') === fact.replace(/\s/g, '');
}

/** Past an information table that stands inside the body box: a label, its value, a label, its value. */
function afterInformationTable(map: TextMap, lines: readonly string[]): number {
  let at = 0;
  while (at < LONGEST_TABLE && labelOfCell(lines[at] ?? '')) {
    const value = lines[at + 1];
    const hasValue = value !== undefined && labelOfCell(value) === null && rowOf(map, at) === rowOf(map, at + 1);
    at += hasValue ? 2 : 1;
  }
  // A single line that happens to be called like a label is no table.
  return at >= 4 ? at : 0;
}

function rowOf(map: TextMap, line: number): Element | null {
  const element = map.lines[line]?.element;
  return element?.closest('tr, li, dl') ?? element?.parentElement ?? null;
}

function endOfBody(lines: readonly string[], first: number): number {
  for (let i = Math.max(lines.length - DEEPEST_EDGE, first); i < lines.length; i++)
    if (TAIL_FURNITURE.some((form) => form.test(lines[i] ?? ''))) return i;
  return lines.length;
}
