/** The files that an article comes with: 附件 in the body, and those that the content system lists beside it. */
import { attribute, parentElement, tagName, textContent } from '../dom/safe';
import { squeeze } from '../dom/short-text';

export interface Attachment {
  readonly name: string;
  /** Absolute address. */
  readonly href: string;
}

const FILE = /\.(?:pdf|ofd|docx?|wps|xlsx?|et|csv|pptx?|dps|rtf|txt|zip|rar|7z|ceb|tiff?)$/i;
/** Content systems that hand files out by number say so in the address or on the link. */
const DOWNLOAD = /(?:download|attach|file(?:id|upload)?|fujian)[\w/-]*(?:\.(?:jsp|do|aspx|action|php))?\?/i;
const FURNITURE = new Set(['header', 'footer', 'nav', 'aside']);
const FURNITURE_NAME = /(?:^|[\s_-])(?:header|footer|foot|nav|menu|sidebar|toolbar|share|qrcode)(?:$|[\s_-])/i;

/** Links to files on the page, in document order, each file once; those in menus and footers are the site's own. */
export function findAttachments(document: Document, url: URL): Attachment[] {
  const found = new Map<string, Attachment>();
  for (const link of document.querySelectorAll('a[href]')) {
    const address = mayBeFile(link) ? resolveAddress(attribute(link, 'href') ?? '', url) : null;
    if (!address || !isFile(address, link) || inFurniture(link)) continue;
    const name = nameOf(link, address);
    const known = found.get(address.href);
    // The icon of a file links to it, too, without a word.
    if (!known || known.name.length < name.length) found.set(address.href, { name, href: address.href });
  }
  return [...found.values()];
}

/** The web address that a link leads to; null for any other. */
export function resolveAddress(href: string, base: URL): URL | null {
  if (!URL.canParse(href.trim(), base)) return null;
  const address = new URL(href.trim(), base);
  return address.protocol === 'http:' || address.protocol === 'https:' ? address : null;
}

const ENDING = new RegExp(FILE.source.slice(0, -1), 'i');

/** One cheap test before the real work: pages have thousands of links and hardly a file. */
function mayBeFile(link: Element): boolean {
  const href = attribute(link, 'href') ?? '';
  return (
    ENDING.test(href) || href.includes('?') || ENDING.test(textContent(link) ?? '') || attribute(link, 'title') !== null
  );
}

function isFile(address: URL, link: Element): boolean {
  if (FILE.test(address.pathname)) return true;
  const words = squeeze(textContent(link) ?? '');
  if (FILE.test(words) || FILE.test(attribute(link, 'title') ?? '')) return true;
  return DOWNLOAD.test(address.pathname + address.search) && /附件/.test(words + wordsBefore(link));
}

/** What the paragraph of a link says, and the few before it: 附件：1. …… stands there once for all of them. */
function wordsBefore(link: Element): string {
  const block = link.closest('p, li, td, div');
  let words = '';
  for (let at = block, steps = 0; at && steps < 4; at = at.previousElementSibling, steps++)
    words = (textContent(at) ?? '').slice(0, 200) + words;
  return words;
}

function inFurniture(link: Element): boolean {
  for (let at: Element | null = link; at; at = parentElement(at)) {
    if (FURNITURE.has(tagName(at))) return true;
    if (FURNITURE_NAME.test(`${attribute(at, 'class') ?? ''} ${attribute(at, 'id') ?? ''}`)) return true;
  }
  return false;
}

function nameOf(link: Element, address: URL): string {
  const words = squeeze(textContent(link) ?? '') || squeeze(attribute(link, 'title') ?? '');
  if (words) return words.slice(0, 200);
  const file = address.pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
