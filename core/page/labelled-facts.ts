/** Finds the labelled facts of a page: in information tables, in lists of labels, and in the line under the title. */
import { isElement, isText, nextSibling, parentElement, tagName, textContent, textWalker } from '../dom/safe';
import { shortTexts, squeeze } from '../dom/short-text';
import type { Fact, FactName } from './fact';
import { labelledValues, labelOfCell } from './labels';
import { NEVER, type PageText } from './page-texts';

export interface FoundFact {
  readonly name: FactName;
  readonly value: string;
  readonly from: Fact['from'];
  /** In the order of the page. */
  readonly element: Element;
}

/** Long enough for any line of facts, short enough to leave paragraphs of the body out. */
const LONGEST_LINE = 220;
const LONGEST_VALUE = 300;
const CELLS = new Set([
  'td',
  'th',
  'dt',
  'dd',
  'li',
  'b',
  'strong',
  'span',
  'label',
  'p',
  'div',
  'em',
  'i',
  'font',
  'h4',
  'h5',
]);

const COLON = /[：:∶︰]/;
/** No label has so many characters, however they are spread; none of the longer texts need a closer look. */
const LONGEST_LABEL = 60;

/** One cheap test before the real work: a colon, or a text that is a label and nothing else. */
function isPromising({ data }: PageText): boolean {
  return COLON.test(data) || (data.length <= LONGEST_LABEL * 4 && labelOfCell(data) !== null);
}

/** @param isMatter whether an element belongs to the article's own text, where a line with a colon is no fact */
export function findLabelledFacts(texts: readonly PageText[], isMatter: (element: Element) => boolean): FoundFact[] {
  const found: FoundFact[] = [];
  const seen = new Set<Element>();
  const textOf = shortTexts(LONGEST_LINE);
  for (const text of texts) {
    if (!isPromising(text)) continue;
    if (text.data.trim().length <= LONGEST_LABEL) found.push(...fromCell(text.parent, textOf));
    if (isMatter(text.parent)) continue;
    const line = lineAround(text.parent, textOf);
    if (!line || seen.has(line)) continue;
    seen.add(line);
    for (const { label, value } of labelledValues(lineText(line)))
      if (label !== 'stop' && value) found.push({ name: label, value, from: 'line', element: line });
  }
  return found;
}

type TextOf = (element: Element) => string | null;

/** A cell that holds a label and nothing else: its value is the next cell, or the next element beside it. */
function fromCell(holder: Element, textOf: TextOf): FoundFact[] {
  let cell = holder;
  let label = labelOfCell(textOf(cell) ?? '');
  // The label may be wrapped: <td><b>发文机关：</b></td>.
  for (let up = parentElement(cell); up && label; up = parentElement(up)) {
    if (labelOfCell(textOf(up) ?? '') !== label) break;
    cell = up;
  }
  if (!label || label === 'stop' || !CELLS.has(tagName(cell))) return [];
  const value = squeeze(valueBeside(cell));
  const inTable = tagName(cell) === 'td' || tagName(cell) === 'th';
  // A bare word like 时间 is a label only with its colon, or where a table makes it one.
  const named = inTable || tagName(cell) === 'dt' || isPair(cell);
  if (!named && !/[：:∶︰]$/.test(textOf(cell) ?? '')) return [];
  if (!value || value.length > LONGEST_VALUE || labelOfCell(value)) return [];
  label = labelOfCell(textOf(cell) ?? '');
  if (!label || label === 'stop') return [];
  return [{ name: label, value, from: inTable ? 'table' : 'line', element: cell }];
}

/** A row of a list with just a name and a value: <li><span>文件编号</span><span>……</span></li>. */
function isPair(cell: Element): boolean {
  const row = parentElement(cell);
  return row !== null && tagName(row) === 'li' && row.children.length === 2 && row.children[0] === cell;
}

function valueBeside(cell: Element): string {
  for (let next = nextSibling(cell); next; next = nextSibling(next)) {
    const text = textContent(next) ?? '';
    if (isElement(next) || (isText(next) && text.trim())) return labelOfCell(text) ? '' : text;
  }
  return '';
}

/** The widest element around a text that is still a line. */
function lineAround(holder: Element, textOf: TextOf): Element | null {
  let line: Element | null = null;
  for (let element: Element | null = holder; element; element = parentElement(element)) {
    const tag = tagName(element);
    if (tag === 'body' || tag === 'table' || tag === 'tbody' || tag === 'ul') break;
    if (textOf(element) === null) break;
    line = element;
  }
  return line;
}

/** Inline tags inside a label or a value; others keep things apart on the screen. */
const JOINED = new Set(['a', 'b', 'strong', 'font', 'em', 'i', 'u']);
const APART = '   ';

/** Text of a line with its elements kept apart, as they stand on the screen; a label stays with its colon. */
function lineText(line: Element): string {
  const walker = textWalker(line);
  let text = '';
  let last: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = parentElement(node);
    if (!isText(node) || !parent || NEVER.has(tagName(parent))) continue;
    const apart = last !== null && last !== parent && !(JOINED.has(tagName(parent)) || JOINED.has(tagName(last)));
    text += (apart ? APART : '') + node.data.replace(/[ \t\r\n\f]+/g, ' ');
    last = parent;
  }
  return text.replace(/\s{3,}(?=[：:∶︰])/g, '').replace(/([：:∶︰])\s+/g, '$1');
}
