/** Parses a saved page as a browser would: bytes by HTML's own sniffing, tags by the standard's tree construction. */
import htmlEncodingSniffer from 'html-encoding-sniffer';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';

/**
 * Decodes a saved page's bytes: UTF-8 where they are valid UTF-8, since browsers and tools often save so and leave a
 * `<meta charset=gb2312>` standing (text in GBK is never valid UTF-8 by chance over a whole page); else as HTML sniffs.
 */
export function decodePage(bytes: Uint8Array): string {
  const sniffed = isUtf8(bytes) ? 'UTF-8' : htmlEncodingSniffer(bytes, { defaultEncoding: 'gb18030' });
  return new TextDecoder(sniffed).decode(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A document of a light DOM, over the tree that parse5 builds; the DOM's own parser leaves unclosed tags as they are. */
export function parsePage(html: string): Document {
  return parseHTML(serialize(parse(html))).document;
}
