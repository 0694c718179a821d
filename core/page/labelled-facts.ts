/** Finds the labelled facts of a page: in information tables, in lists of labels, and in the line under the title. */
import { isElement, isText, nextSibling, parentElement, tagName, textContent } from '../dom/safe';
import type { Fact, FactName } from './fact';
import { labelledValues, labelOfCell } from './labels';

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

/** White space as one space, none at the ends; full-width spaces stay. */
export function squeeze(text: string): string {
  return text.replace(/[ \t\r\n\f\u00a0]+/g, ' ').trim();
}

/** One cheap test before the real work: a colon, or a text that is a label and nothing else. */
function isPromising(text: string): boolean {
  return /[：:∶︰]/.test(text) || labelOfCell(text) !== null;
}

export function findLabelledFacts(document: Document): FoundFact[] {
  const body = document.body;
  if (!body) return [];
  const found: FoundFact[] = [];
  const seen = new Set<Element>();
  const walker = document.createTreeWalker(body, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isText(node) || !isPromising(node.data) || NEVER.has(tagName(parentElement(node) ?? node))) continue;
    found.push(...fromCell(node));
    const line = lineAround(node);
    if (!line || seen.has(line)) continue;
    seen.add(line);
    for (const { label, value } of labelledValues(lineText(line)))
      if (label !== 'stop' && value) found.push({ name: label, value, from: 'line', element: line });
  }
  return found;
}

const NEVER = new Set(['script', 'style', 'noscript', 'textarea', 'option', 'title']);

/** A cell that holds a label and nothing else: its value is the next cell, or the next element beside it. */
function fromCell(node: Text): FoundFact[] {
  let cell: Element | null = parentElement(node);
  let label = cell && labelOfCell(textContent(cell) ?? '');
  // The label may be wrapped: <td><b>发文机关：</b></td>.
  for (let up = cell && parentElement(cell); up && label; up = parentElement(up)) {
    if (labelOfCell(textContent(up) ?? '') !== label) break;
    cell = up;
  }
  if (!cell || !label || label === 'stop' || !CELLS.has(tagName(cell))) return [];
  const value = squeeze(valueBeside(cell));
  const inTable = tagName(cell) === 'td' || tagName(cell) === 'th';
  // A bare word like 时间 is a label only with its colon, or where a table makes it one.
  const named = inTable || tagName(cell) === 'dt' || isPair(cell);
  if (!named && !/[：:∶︰]\s*$/.test(textContent(cell) ?? '')) return [];
  if (!value || value.length > LONGEST_VALUE || labelOfCell(value)) return [];
  label = labelOfCell(textContent(cell) ?? '');
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
function lineAround(node: Text): Element | null {
  let line: Element | null = null;
  for (let element = parentElement(node); element; element = parentElement(element)) {
    const tag = tagName(element);
    if (tag === 'body' || tag === 'table' || tag === 'tbody' || tag === 'ul') break;
    if (squeeze(textContent(element) ?? '').length > LONGEST_LINE) break;
    line = element;
  }
  return line;
}

/** Inline tags inside a label or a value; others keep things apart on the screen. */
const JOINED = new Set(['a', 'b', 'strong', 'font', 'em', 'i', 'u']);
const APART = '   ';

/** Text of a line with its elements kept apart, as they stand on the screen; a label stays with its colon. */
function lineText(line: Element): string {
  const document = line.ownerDocument;
  const walker = document.createTreeWalker(line, 4 /* NodeFilter.SHOW_TEXT */);
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
