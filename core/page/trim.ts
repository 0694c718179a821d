/** Cuts the page's furniture off both edges of a body: what stands there on every page and belongs to no article. */
import { sliceTextMap, type TextMap } from '../text/text-map';
import { labelOfCell } from './labels';

const HEAD_FURNITURE = [
  /^(?:您)?(?:现在|当前)?(?:所在)?(?:的)?位置\s*[：:]/,
  /^(?:信息|文章|稿件)?来\s*源\s*[：:∶]/,
  /^(?:作\s*者|发布(?:时间|日期)|发表时间|时间|日期|浏览(?:量|次数)?|点击(?:数|量)?|阅读(?:次数)?)\s*[：:∶]/,
  /^[【[]?\s*(?:字体|字号)\s*[：:]?/,
  /^(?:分享(?:到)?|打印(?:本页)?|关闭(?:窗口)?|收藏|大|中|小|\s|[|｜【】[\]])+[：:]?$/,
  /^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*来源[：:].*)?$/,
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

/** Lines of an information table that stands inside the body box: a label, its value, a label, its value. */
function afterInformationTable(lines: readonly string[]): number {
  let at = 0;
  while (at < LONGEST_TABLE && labelOfCell(lines[at] ?? '')) {
    const valueMissing = labelOfCell(lines[at + 1] ?? '') !== null;
    at += valueMissing ? 1 : 2;
  }
  // A single line that happens to be called like a label is no table.
  return at >= 4 ? at : 0;
}

/** An information table has at most so many lines. */
const LONGEST_TABLE = 40;

/** How many lines at an edge may be furniture: past that it is text that happens to look like it. */
const DEEPEST_EDGE = 8;

/** @param title the article's title, which is a fact and not part of the body */
export function trimEdges(map: TextMap, title: string | undefined): TextMap {
  const lines = map.lines.map((line) => map.text.slice(line.start, line.end).trim());
  const bareTitle = title?.replace(/\s/g, '');
  let first = afterInformationTable(lines);
  lines.slice(0, first + DEEPEST_EDGE).forEach((line, i) => {
    if (i < first) return;
    const isTitle = bareTitle !== undefined && line.replace(/\s/g, '') === bareTitle;
    if (isTitle || (i === first && HEAD_FURNITURE.some((furniture) => furniture.test(line)))) first = i + 1;
  });
  let end = lines.length;
  const from = Math.max(lines.length - DEEPEST_EDGE, first);
  for (let i = from; i < lines.length; i++)
    if (TAIL_FURNITURE.some((furniture) => furniture.test(lines[i] ?? ''))) {
      end = i;
      break;
    }
  const start = map.lines[first]?.start ?? map.text.length;
  const stop = map.lines[end - 1]?.end ?? start;
  return start === 0 && stop === map.text.length ? map : sliceTextMap(map, start, Math.max(stop, start));
}
