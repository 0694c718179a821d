/** 发文字号 on a line of its own between the title and the body, where many sites set it without a label. */
import { isText, parentElement, tagName, textContent } from '../dom/safe';
import { findDocumentNumber, isDocumentNumberLine, normaliseDocumentNumber } from './document-number';

/** @returns the first such number outside of lists, which name other documents; null when there is none */
export function findStandaloneNumber(document: Document): string | null {
  const { body } = document;
  if (!body) return null;
  const walker = document.createTreeWalker(body, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isText(node) || !/号/.test(node.data) || node.data.length > 80) continue;
    const block = blockOf(node);
    if (!block || !isDocumentNumberLine((textContent(block) ?? '').slice(0, 100))) continue;
    const line = (textContent(block) ?? '').trim();
    return findDocumentNumber(line) ?? normaliseDocumentNumber(line.replace(/^[（(【[]|[）)】\]]$/g, ''));
  }
  return null;
}

const INLINE = new Set(['span', 'b', 'strong', 'font', 'em', 'i', 'u']);

/** The block that holds a text, or null where the text is a link or a row of a list. */
function blockOf(node: Text): Element | null {
  let block = parentElement(node);
  while (block && INLINE.has(tagName(block))) block = parentElement(block);
  for (let at = block; at; at = parentElement(at)) {
    const tag = tagName(at);
    if (tag === 'a' || tag === 'li' || tag === 'dd' || tag === 'nav') return null;
    // In a row with other cells it is the value of some label, of a decision that the page is about.
    if (tag === 'tr') return (textContent(at) ?? '').trim() === (textContent(block ?? at) ?? '').trim() ? block : null;
  }
  return block;
}
