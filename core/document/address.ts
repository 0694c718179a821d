/** Addresses as claims on a document: the same page under its many spellings is one address. */

const TRACKING = /^(?:utm_\w+|spm|from|share\w*|scene|timestamp|isappinstalled|wx\w*|nsukey|v)$/i;

/**
 * The address under which a page is remembered: scheme, `www.`, fragment, default file names and tracking go.
 * @returns null for addresses that are no web page
 */
export function normaliseAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = url.host.replace(/^www\./, '').replace(/:(?:80|443)$/, '');
  const path = url.pathname.replace(/\/index\.\w+$/, '/');
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  // Encoded again, or a value with & in it would read like two.
  const search = new URLSearchParams(query).toString();
  return host + path + (search ? `?${search}` : '');
}
