/** Citations of a web text. */
import type { Facts } from '../page/fact';

export interface Cited {
  readonly facts: Facts;
  readonly address: string;
  /** Day of access, `YYYY-MM-DD`. */
  readonly accessed: string;
}

/**
 * GB/T 7714—2015, 8.8: 主要责任者. 题名: 其他题名信息[文献类型标识/文献载体标识]. (更新或修改日期)[引用日期]. 获取和访问路径.
 * A part that is not known is left out; nothing is made up in its place.
 */
export function citeGbt7714({ facts, address, accessed }: Cited): string {
  const responsible = facts.author?.value ?? facts.issuingBody?.value ?? facts.source?.value;
  const number = facts.docNumber ? `: ${facts.docNumber.value}` : '';
  const published = facts.publishedAt ? `(${facts.publishedAt.value.slice(0, 10)})` : '';
  const title = `${facts.title?.value ?? address}${number}[EB/OL]`;
  return `${responsible ? `${responsible}. ` : ''}${title}. ${published}[${accessed}]. ${address}.`;
}

/** A quotation with its citation, for the clipboard. */
export function quoteWithCitation(quote: string, cited: Cited): string {
  return `“${quote.replace(/\n+/g, '\n')}”\n——${citeGbt7714(cited)}`;
}
