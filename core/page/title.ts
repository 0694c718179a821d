/** The title of an article: what the page itself calls so, held against its headings and the browser's title. */
import { isText, parentElement, tagName, textContent } from '../dom/safe';
import { shortTexts, squeeze } from '../dom/short-text';
import type { Fact } from './fact';

const SHORTEST = 4;
/** Names of columns and sites are shorter than titles of documents. */
const COLUMN_NAME = 12;
/** 关于……的通知, ……办法 and their kin: 文种 of GB/T 9704—2012 and of the regulations on official documents. */
const OFFICIAL =
  /(?:关于.{2,120}|.{4,120})(?:通知|通告|公告|公报|决定|决议|命令|令|意见|通报|报告|请示|批复|议案|函|纪要|办法|规定|条例|细则|方案|规划|计划|要点|公示|清单|指南)(?:[（(][^）)]{1,30}[）)])?$/;
const LONGEST = 200;
const HEADINGS = 'h1, h2, h3, ucaptitle, :is([class], [id]):is([class*="title" i], [id*="title" i], [class*="bt" i])';

/**
 * @param labelled the title that meta tags or a table gave, if any
 * @param factsLine the line of source and date, above which a title stands
 */
export function findTitle(
  document: Document,
  labelled: Fact | undefined,
  factsLine: Element | undefined,
): Fact | undefined {
  const pageTitle = squeeze(textContent(document.querySelector('title') ?? document.createElement('title')) ?? '');
  const headings = headingTexts(document);
  if (labelled) return restoreWhole(labelled, headings);
  const whole = headings.find((text) => bare(text).length >= SHORTEST && bare(pageTitle).startsWith(bare(text)));
  if (whole) return { value: whole, from: 'heading', sure: 0.9 };
  const cut = cutSiteSuffix(pageTitle);
  // A heading that carries more than the browser's title carries its sub-title.
  const longer = headings.find((text) => bare(cut).length >= SHORTEST * 2 && bare(text).startsWith(bare(cut)));
  if (longer) return { value: longer, from: 'heading', sure: 0.85 };
  // The browser's title names only the column, or nothing: the page's own heading says more.
  const official = headings.find((text) => OFFICIAL.test(text) && !bare(cut).includes(bare(text)));
  if (official && bare(cut).length < COLUMN_NAME) return { value: official, from: 'heading', sure: 0.8 };
  const above = bare(cut).length < COLUMN_NAME || />>|»/.test(pageTitle) ? textAbove(document, factsLine) : undefined;
  if (above) return { value: above, from: 'heading', sure: 0.75 };
  const [first] = document.querySelectorAll('h1');
  const heading = first && squeeze(textContent(first) ?? '');
  if (heading && bare(heading).length >= COLUMN_NAME && bare(cut).length < COLUMN_NAME)
    return { value: heading, from: 'heading', sure: 0.7 };
  if (cut.length >= SHORTEST) return { value: cut, from: 'title', sure: 0.6 };
  return heading ? { value: heading, from: 'heading', sure: 0.5 } : undefined;
}

/** Where a page names itself by its site alone, its title is what stands above the line of its facts. */
function textAbove(document: Document, line: Element | undefined): string | undefined {
  if (!line) return undefined;
  const walker = document.createTreeWalker(document.body, 4 /* NodeFilter.SHOW_TEXT */);
  let last: string | undefined;
  for (let node = walker.nextNode(); node && !line.contains(node); node = walker.nextNode()) {
    const parent = parentElement(node);
    const text = isText(node) ? squeeze(node.data) : '';
    if (!parent || text.length < SHORTEST || /[：:>＞»]|位置/.test(text) || parent.closest('a, script, style'))
      continue;
    last = text.length <= LONGEST ? text : undefined;
  }
  return last;
}

function headingTexts(document: Document): string[] {
  const texts: string[] = [];
  const textOf = shortTexts(LONGEST);
  for (const element of document.querySelectorAll(HEADINGS)) {
    const tag = tagName(element);
    if (tag === 'a' || tag === 'li' || tag === 'title') continue;
    const text = textOf(element);
    if (text !== null && text.length >= SHORTEST) texts.push(text);
  }
  return texts;
}

/** Content systems lose the spaces of a title, or its end, on its way into the meta tags; the heading still has them. */
function restoreWhole(labelled: Fact, headings: readonly string[]): Fact {
  const cut = /^(.{8,}?)(?:…|\.{3})+$/.exec(labelled.value)?.[1];
  const whole = cut && headings.find((text) => bare(text).startsWith(bare(cut)));
  if (whole) return { ...labelled, value: whole };
  const same = headings.find((text) => bare(text) === bare(labelled.value));
  return same && same.length > labelled.value.length ? { ...labelled, value: same } : labelled;
}

/** What a content system keeps for the line under the title, and the dash that editors put before it. */
const SUBTITLE = `:is([class], [id]):is([class*="subtitle" i], [class*="sub-title" i], [class*="sub_title" i], [class*="fbt" i], [class*="fubiaoti" i], [class~="sub"], [id*="subtitle" i])`;

export function findSubtitle(document: Document, title: string): Fact | undefined {
  const textOf = shortTexts(LONGEST);
  for (const element of document.querySelectorAll(SUBTITLE)) {
    const text = textOf(element) ?? '';
    const furniture = /来\s*源|发布|时间|日期|作者/.test(text);
    if (text.length >= SHORTEST && bare(text) !== bare(title) && !furniture)
      return { value: text, from: 'heading', sure: 0.8 };
  }
  return undefined;
}

const SITE = /(?:网|政府|门户|平台|频道|公开|委员会|[局厅部办院])(?:网站|网|站)?$/;

/** 「标题-某某人民政府门户网站」, 「标题_栏目_中国政府网」 → 「标题」. */
export function cutSiteSuffix(title: string): string {
  const pieces = title.split(/\s*[_|｜]\s*|\s*(?:--+|—{2,})\s*|\s+[-–—]\s+/);
  let cut = pieces[0] ?? title;
  for (let dash = cut.lastIndexOf('-'); dash >= SHORTEST; dash = cut.lastIndexOf('-')) {
    if (!SITE.test(cut.slice(dash + 1).trim())) break;
    cut = cut.slice(0, dash).trim();
  }
  return cut.trim() || title;
}

function bare(text: string): string {
  return text.replace(/[\s“”"'‘’《》〈〉]/g, '');
}
