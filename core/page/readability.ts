/**
 * Readability for who wants only to know what it keeps. It spends half of its time on what nobody looks at here; the
 * methods below leave that out, or ask what is cheap before what is dear, and change no word of what it finds. They are
 * its inner ones: a test holds that the library still has them.
 */
import { Readability } from '@mozilla/readability';

interface Inner {
  _isValidByline(node: Element, names: string): boolean;
  _isProbablyVisible(node: Element): boolean;
  _grabArticle(): Element | null;
}

// The library's types do not name what is inside.
const inner = Readability.prototype as unknown as Inner;

const BYLINE = /byline|author|dateline|writtenby/i;
const HIDING = /display|visibility/i;

class Finder extends Readability<Node> {
  /** It asks every element for its whole text before it looks at its name. */
  _isValidByline(node: Element, names: string): boolean {
    const named = BYLINE.test(names) || node.hasAttribute('rel') || node.hasAttribute('itemprop');
    return named && inner._isValidByline.call(this, node, names);
  }

  /** It makes a style object for every element. */
  _isProbablyVisible(node: Element): boolean {
    const asked =
      HIDING.test(node.getAttribute('style') ?? '') || node.hasAttribute('hidden') || node.hasAttribute('aria-hidden');
    return !asked || inner._isProbablyVisible.call(this, node);
  }

  /** Its caller writes all of the article out for a log that is switched off. */
  _grabArticle(): Element | null {
    const article = inner._grabArticle.call(this);
    if (article) Object.defineProperty(article, 'innerHTML', { value: '' });
    return article;
  }

  /** Takes ten attributes off every element, calling itself for each level of the page. */
  _cleanStyles(): void {}

  /** Makes addresses absolute, merges boxes, takes classes off: for showing an article, and attributes get lost. */
  _postProcessContent(): void {}
}

/**
 * What Readability keeps of a page.
 * @param clone is taken apart
 * @returns null when it finds no article
 */
export function findReadable(clone: Document): Element | null {
  const content = new Finder(clone, { serializer: (node) => node }).parse()?.content;
  return content?.nodeType === 1 ? (content as Element) : null;
}
