/**
 * Where content systems put the body of an article: data, one line a system. Ids and classes that a system's own
 * templates use; names that any site may use for anything are not among them. Seen on real pages (shared research,
 * extraction 2.2) or in the systems' templates.
 */
import { tagName, textContent } from '../dom/safe';

interface BodyBox {
  readonly system: string;
  readonly selector: string;
}

export const BODY_BOXES: readonly BodyBox[] = [
  { system: 'TRS WCM', selector: '.TRS_Editor, .trs_editor_view, .TRS_UEDITOR, .TRS_PreAppend' },
  { system: '中国政府网', selector: '#UCAP-CONTENT, .pages_content' },
  { system: 'UCAP', selector: 'ucapcontent, #UCAP_content' },
  { system: '开普云', selector: '#zoomcon, .content_article, #info_cont' },
  { system: '大汉 JCMS', selector: '#zoom, #con_con, .ccontent' },
  { system: '博达', selector: '#vsb_content, .v_news_content, [id^="vsb_content_"]' },
  { system: 'GOV.UK', selector: '.govspeak' },
  { system: 'EasySite', selector: '#easysiteText' },
  { system: '上海', selector: '#ivs_content' },
  { system: '四川', selector: '#cmsArticleContent' },
  { system: '乌鲁木齐', selector: '#info_content' },
  { system: '人民网', selector: '.rm_txt_con, #rwb_zw' },
  { system: '新华网', selector: '#detailContent, #p-detail' },
  { system: '光明网', selector: '.u-mainText, #articleBox' },
  {
    system: '通用',
    selector: '.article-content, .article_content, .xxgk_content, #articleContent, #article_content, .art_content',
  },
];

const SELECTORS = BODY_BOXES.map(({ selector }) => selector).join(', ');
/** Thirty selectors are tried on each element that has a class or an id, and on no other: most paragraphs have none. */
export const BODY_BOX_SELECTOR = `ucapcontent, :is([class], [id]):is(${SELECTORS})`;

/** Fewer characters than this are a caption or an empty box, unless a picture or a file stands there. */
const LEAST_CHARACTERS = 40;
/** A list of attachments is all links and short; a menu is all links and long. */
const MOSTLY_LINKS = 0.6;
/** An inner box counts as the body when it holds nearly all that the outer one holds. */
const NEARLY_ALL = 0.9;

/** Characters of elements, white space left out; each element is counted once. */
type Count = (element: Element) => number;

function counter(): Count {
  const known = new Map<Element, number>();
  return (element) => {
    const count = known.get(element) ?? bareText(element).length;
    known.set(element, count);
    return count;
  };
}

function bareText(element: Element): string {
  return (textContent(element) ?? '').replace(/\s+/g, '');
}

function holdsSomething(element: Element, characters: Count): boolean {
  return characters(element) >= LEAST_CHARACTERS || element.querySelector('img, table, a[href]') !== null;
}

/** Names such as `article-content` also stand on boxes around the whole page; those hold its footer and its menus. */
function isWholePage(element: Element, characters: Count): boolean {
  if (/版权所有|Copyright|网站标识码|ICP备/i.test((textContent(element) ?? '').slice(-600))) return true;
  if (element.querySelector('footer, nav') !== null) return true;
  const linked = [...element.querySelectorAll('a')].reduce((sum, link) => sum + characters(link), 0);
  return linked > characters(element) * MOSTLY_LINKS;
}

/**
 * The boxes that hold the body, in document order; several when a system split it over siblings.
 * @returns an empty list when no known box holds a body, and Readability has to look
 */
export function findBodyBoxes(document: Document): Element[] {
  const characters = counter();
  const boxes = [...document.querySelectorAll(BODY_BOX_SELECTOR)].filter(
    (box) =>
      tagName(box) !== 'body' &&
      holdsSomething(box, characters) &&
      (characters(box) < 200 || !isWholePage(box, characters)),
  );
  const outermost = boxes.filter((box) => !boxes.some((other) => other !== box && other.contains(box)));
  const distinct = dropCopies(outermost);
  const longest = Math.max(0, ...distinct.map(characters));
  // Beside the body, short boxes of the same name hold a summary or a caption.
  const body = distinct.filter((box) => siblingOfLongest(box, distinct, longest, characters));
  return body.map((box) => innermost(box, boxes, characters));
}

/** The same text twice is a second copy for telephones; the first one counts. */
function dropCopies(boxes: readonly Element[]): Element[] {
  const seen = new Set<string>();
  return boxes.filter((box) => {
    const text = bareText(box);
    if (text.length >= LEAST_CHARACTERS && seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function siblingOfLongest(box: Element, boxes: readonly Element[], longest: number, characters: Count): boolean {
  const main = boxes.find((other) => characters(other) === longest);
  return (
    box === main ||
    (main !== undefined && box.parentElement === main.parentElement && characters(box) >= LEAST_CHARACTERS)
  );
}

function innermost(box: Element, boxes: readonly Element[], characters: Count): Element {
  const whole = characters(box);
  let best = box;
  for (const inner of boxes)
    if (inner !== best && best.contains(inner) && characters(inner) >= whole * NEARLY_ALL) best = inner;
  return best;
}
