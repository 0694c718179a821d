/**
 * Fetches the other pages of an article that the reader wants whole; same site only, as the browser itself would. Their
 * text is told by their markup: nothing is laid out, and style rules are not worth their weight on every page.
 */
import { extractInSteps } from '../../core/page/extract';
import type { Pages } from '../../core/page/pager';
import { runInSlices } from '../../core/steps';
import { markupAppearance } from '../../core/text/appearance';
import { pause } from './pause';

/** An article's page is far smaller; what is larger is something else. */
const LARGEST_BYTES = 5_000_000;
const PATIENCE_MS = 15_000;

/** Texts of all pages in order; the current one is null, since it is open. */
export type PageTexts = readonly (string | null)[];

/**
 * @returns null when one of them could not be had: half an article would be quoted as if it were the whole
 */
export async function loadPages({ addresses, current }: Pages, signal: AbortSignal): Promise<PageTexts | null> {
  const texts: (string | null)[] = [];
  for (const [i, address] of addresses.entries()) {
    const text = i === current ? null : await loadPage(address, signal);
    if (i !== current && text === null) return null;
    texts.push(text);
  }
  return texts;
}

async function loadPage(address: string, signal: AbortSignal): Promise<string | null> {
  if (new URL(address).origin !== location.origin) return null;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), PATIENCE_MS);
  signal.addEventListener('abort', () => timeout.abort(), { once: true });
  try {
    const response = await fetch(address, { credentials: 'same-origin', redirect: 'follow', signal: timeout.signal });
    if (!response.ok || new URL(response.url).origin !== location.origin) return null;
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > LARGEST_BYTES) return null;
    const page = new DOMParser().parseFromString(decode(bytes, response.headers.get('content-type')), 'text/html');
    const steps = extractInSteps(page, new URL(address), markupAppearance);
    const extraction = await runInSlices(steps, pause, () => signal.aborted);
    return extraction?.ok ? extraction.article.map.text : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** As the server says, else as this very page is encoded: pages of one article come from one system. */
function decode(bytes: ArrayBuffer, contentType: string | null): string {
  const declared = /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1];
  try {
    return new TextDecoder(declared ?? document.characterSet).decode(bytes);
  } catch {
    return new TextDecoder(document.characterSet).decode(bytes);
  }
}
