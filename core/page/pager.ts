/**
 * Articles split over pages: finds the addresses of all of them, on the same site only. Content systems write the pager
 * by a script call (`createPageHTML(5, 0, "t2022", "html")`, TRS) or as links with numbers that share the address's stem.
 */
import { attribute, textContent } from '../dom/safe';
import { squeeze } from '../dom/short-text';

/** More is a catalogue, not an article. */
const MOST_PAGES = 50;

export interface Pages {
  /** Absolute addresses in order. */
  readonly addresses: readonly string[];
  /** Which of them this page is, from 0. */
  readonly current: number;
}

/** @returns null for an article on one page */
export function findPages(document: Document, url: URL): Pages | null {
  return pagesByScript(document, url) ?? pagesByLinks(document, url);
}

const SCRIPT_CALL = /createPageHTML\s*\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*["']([\w-]+)["']\s*,\s*["'](\w+)["']/;

function pagesByScript(document: Document, url: URL): Pages | null {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const call = SCRIPT_CALL.exec(textContent(script) ?? '');
    if (!call) continue;
    const [, count = '', current = '', stem = '', extension = ''] = call;
    // The same call draws the pager of lists, whose first page is the index.
    if (Number(count) < 2 || Number(count) > MOST_PAGES || /^(?:index|list)$/i.test(stem)) continue;
    const addresses = Array.from(
      { length: Number(count) },
      (_, i) => new URL(`${stem}${i === 0 ? '' : `_${i}`}.${extension}`, url).href,
    );
    return pagesOf(addresses, Number(current));
  }
  return null;
}

function pagesByLinks(document: Document, url: URL): Pages | null {
  const stem = stemOf(url.href);
  const numbered = new Map<number, string>();
  for (const link of document.querySelectorAll('a[href]')) {
    const number = Number(/^[【[(（]?\s*(\d{1,2})\s*[】\])）]?$/.exec(squeeze(textContent(link) ?? ''))?.[1]);
    const href = attribute(link, 'href') ?? '';
    if (!number || !URL.canParse(href, url)) continue;
    const address = new URL(href, url);
    if (address.origin === url.origin && stemOf(address.href) === stem)
      numbered.set(number, withoutFragment(address.href));
  }
  // The page that is open stands in its pager as a number without a link, or as a link to itself.
  const here = [...numbered].find(([, address]) => address === withoutFragment(url.href))?.[0];
  const count = Math.max(0, ...numbered.keys());
  const missing = Array.from({ length: count + 1 }, (_, i) => i + 1).filter((number) => !numbered.has(number));
  const current = here ?? missing[0];
  if (current === undefined || numbered.size < 1) return null;
  numbered.set(current, withoutFragment(url.href));
  const last = Math.max(...numbered.keys());
  const addresses = Array.from({ length: last }, (_, i) => numbered.get(i + 1));
  return addresses.every((address) => address !== undefined) ? pagesOf(addresses, current - 1) : null;
}

function pagesOf(addresses: readonly string[], current: number): Pages | null {
  const distinct = new Set(addresses).size === addresses.length;
  return distinct && addresses.length >= 2 && addresses.length <= MOST_PAGES && current < addresses.length
    ? { addresses, current }
    : null;
}

/** An address without the number of its page: t2022_3.html → t2022.html, content_1_2.htm → content_1.htm, ?page=2 → ''. */
function stemOf(address: string): string {
  return withoutFragment(address)
    .replace(/([?&])(?:page|p|pageno|pn)=\d+/i, '$1')
    .replace(/[?&]+$/, '')
    .replace(/[_-]\d{1,2}(\.\w+)$/, '$1');
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/, '');
}
