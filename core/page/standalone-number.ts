/** 发文字号 on a line of its own between the title and the body, where many sites set it without a label. */
import { parentElement, tagName, textContent } from '../dom/safe';
import { shortTexts } from '../dom/short-text';
import { findDocumentNumber, isDocumentNumberLine, normaliseDocumentNumber } from './document-number';
import type { PageText } from './page-texts';

/** @returns the first such number outside of lists, which name other documents; null when there is none */
export function findStandaloneNumber(texts: readonly PageText[]): string | null {
  const textOf = shortTexts(LONGEST_LINE);
  for (const { data, parent } of texts) {
    if (data.length > LONGEST_TEXT || !data.includes('号')) continue;
    const block = blockOf(parent);
    const line = block && textOf(block);
    if (!line || !isDocumentNumberLine(line)) continue;
    return findDocumentNumber(line) ?? normaliseDocumentNumber(line.replace(/^[（(【[]|[）)】\]]$/g, ''));
  }
  return null;
}

const LONGEST_TEXT = 80;
const LONGEST_LINE = 100;

const INLINE = new Set(['span', 'b', 'strong', 'font', 'em', 'i', 'u']);

/** The block that holds a text, or null where the text is a link or a row of a list. */
function blockOf(holder: Element): Element | null {
  let block: Element | null = holder;
  while (block && INLINE.has(tagName(block))) block = parentElement(block);
  for (let at = block; at; at = parentElement(at)) {
    const tag = tagName(at);
    if (tag === 'a' || tag === 'li' || tag === 'dd' || tag === 'nav') return null;
    // In a row with other cells it is the value of some label, of a decision that the page is about.
    if (tag === 'tr') return (textContent(at) ?? '').trim() === (textContent(block ?? at) ?? '').trim() ? block : null;
  }
  return block;
}
