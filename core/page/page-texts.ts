/** The texts of a page, read once for all that look for something in them: walking the page is dearer than looking. */
import { isText, parentElement, tagName, textWalker } from '../dom/safe';
import { hasWords } from './survivors';

/** A text node with words in it. */
export interface PageText {
  readonly data: string;
  readonly parent: Element;
  /** Tag of the parent. */
  readonly tag: string;
}

/** Tags whose text is never read on the page. */
export const NEVER: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'textarea', 'option', 'title']);

/** In document order, without what is no text of a page. */
export function listTexts(document: Document): PageText[] {
  const texts: PageText[] = [];
  const walker = textWalker(document.body ?? document.documentElement);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!isText(node) || !hasWords(node.data)) continue;
    const parent = parentElement(node);
    const tag = parent ? tagName(parent) : '';
    if (parent && !NEVER.has(tag)) texts.push({ data: node.data, parent, tag });
  }
  return texts;
}
