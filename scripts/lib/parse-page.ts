/** Parses a saved page as a browser would: bytes by HTML's own sniffing, tags by the standard's tree construction. */
import htmlEncodingSniffer from 'html-encoding-sniffer';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';

/** Decodes a page's bytes: byte order mark, else `<meta charset>`, else UTF-8 where the bytes are, else GB18030. */
export function decodePage(bytes: Uint8Array): string {
  const sniffed = htmlEncodingSniffer(bytes, { defaultEncoding: isUtf8(bytes) ? 'UTF-8' : 'gb18030' });
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
