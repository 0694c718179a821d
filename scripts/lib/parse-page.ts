/** Parses a saved page as a browser would: bytes by HTML's own sniffing, tags by the standard's tree construction. */
import htmlEncodingSniffer from 'html-encoding-sniffer';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';

/**
 * Decodes a saved page's bytes: UTF-8 where they are valid UTF-8, since browsers and tools often save so and leave a
 * `<meta charset=gb2312>` standing (text in GBK is never valid UTF-8 by chance over a whole page); else as HTML sniffs.
 */
export function decodePage(bytes: Uint8Array): string {
  return new TextDecoder(isUtf8(bytes) ? 'UTF-8' : sniff(bytes)).decode(bytes);
}

/** The charset that a server must name for a browser to decode a page as we do; null where the page says so itself. */
export function charsetToName(bytes: Uint8Array): string | null {
  return isUtf8(bytes) && sniff(bytes) !== 'UTF-8' ? 'utf-8' : null;
}

function sniff(bytes: Uint8Array): string {
  return htmlEncodingSniffer(bytes, { defaultEncoding: 'gb18030' });
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
