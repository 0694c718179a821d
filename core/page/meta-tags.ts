/**
 * Meta tags of the page, by lower-case name. The national standard (国办发〔2017〕47号) names them ArticleTitle,
 * PubDate, ContentSource …; real pages write them in any case and order, sometimes empty.
 */
import { attribute } from '../dom/safe';

export type MetaTags = ReadonlyMap<string, string>;

/** First non-empty content of each name; markup inside a value is cut, white space folded. */
export function readMetaTags(document: Document): MetaTags {
  const tags = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (attribute(meta, 'name') ?? attribute(meta, 'property') ?? attribute(meta, 'id'))
      ?.trim()
      .toLowerCase();
    const content = clean(attribute(meta, 'content') ?? '');
    if (name && content && !tags.has(name)) tags.set(name, content);
  }
  return tags;
}

function clean(value: string): string {
  return value
    .replace(/<[^<>]{0,200}>|&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
