/** The column of an article by its breadcrumb: 您现在的位置：首页 > 政务要闻 > 理论调研. */
import { parentElement } from '../dom/safe';
import { shortTexts } from '../dom/short-text';
import type { PageText } from './page-texts';

const PLACE = /(?:当前|现在|您|所在)[^：:]{0,8}位置|位置\s*[：:]/;
const START = /^(?:网站)?首\s*页$/;
const SEPARATOR = /\s*(?:>+|＞+|»|›|→|\/|\\|::|-&gt;|--?>)\s*/;
const NO_COLUMN = /^(?:正文|详细|详情|内容|信息|文章|浏览)|(?:正文|详情)$/;
const LONGEST = 160;
const LONGEST_NAME = 24;

/** @param title of the article, which many breadcrumbs end with */
export function findColumn(texts: readonly PageText[], title: string | undefined): string | null {
  const textOf = shortTexts(LONGEST);
  for (const { data, parent } of texts) {
    if (data.length > LONGEST * 2 || !(PLACE.test(data) || START.test(data.trim()))) continue;
    const column = columnOf(parent, title, textOf);
    if (column) return column;
  }
  return null;
}

function columnOf(
  holder: Element,
  title: string | undefined,
  textOf: (element: Element) => string | null,
): string | null {
  for (let line: Element | null = holder; line; line = parentElement(line)) {
    const text = textOf(line);
    if (text === null) return null;
    const crumbs = text
      .replace(/^.*?位置\s*[：:]?/, '')
      .split(SEPARATOR)
      .map((crumb) => crumb.trim());
    if (crumbs.length < 2) continue;
    const named = crumbs.filter(
      (crumb) =>
        crumb.length >= 2 &&
        crumb.length <= LONGEST_NAME &&
        !NO_COLUMN.test(crumb) &&
        !title?.startsWith(crumb.slice(0, 12)),
    );
    const last = named[named.length - 1];
    return last && !START.test(last) && named.length >= 2 ? last : null;
  }
  return null;
}
