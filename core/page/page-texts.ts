/** The texts of a page, read once for all that look for something in them: walking the page is dearer than looking. */
import { elementName, nextText, parentElement, textWalker } from '../dom/safe';

/** A text node with words in it. */
export interface PageText {
  readonly data: string;
  readonly parent: Element;
  /** Tag of the parent. */
  readonly tag: string;
  /** Its place among all texts of the body, those without words too. */
  readonly ordinal: number;
}

/** Tags whose text is never read on the page. */
export const NEVER: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'textarea', 'option', 'title']);

/** Anything but white space that a browser folds. */
const WORDS = /[^\t\n\f\r ]/;

export function hasWords(text: string): boolean {
  return WORDS.test(text);
}

/** In document order, without what is no text of a page. */
export function listTexts(document: Document): PageText[] {
  const texts: PageText[] = [];
  const walker = walkBody(document);
  let ordinal = 0;
  for (let node = nextText(walker); node; node = nextText(walker), ordinal++) {
    const { data } = node;
    const parent = hasWords(data) ? parentElement(node) : null;
    if (!parent) continue;
    const tag = elementName(parent);
    if (!NEVER.has(tag)) texts.push({ data, parent, tag, ordinal });
  }
  return texts;
}

/** Texts in the order of {@link PageText.ordinal}. */
export function walkBody(document: Document): TreeWalker {
  return textWalker(document.body ?? document.documentElement);
}
