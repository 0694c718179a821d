/** Sites outside the required ones, each by the reader's own permission. */
import { browser } from 'wxt/browser';

const SCRIPT_PREFIX = 'site:';

/** Firefox knows no ports in match patterns: a site is its host, on every port. */
function patternOf(host: string): string {
  return `*://${host}/*`;
}

/** @returns false when the permission is not there */
export async function enableSite(host: string): Promise<boolean> {
  const origins = [patternOf(host)];
  if (!(await browser.permissions.contains({ origins }))) return false;
  const id = SCRIPT_PREFIX + host;
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (!known)
    await browser.scripting.registerContentScripts([
      {
        id,
        matches: origins,
        js: ['content-scripts/detector.js'],
        runAt: 'document_start',
        persistAcrossSessions: true,
      },
    ]);
  return true;
}

/** A permission that the reader took back takes its script with it. */
export function followPermissions(): void {
  browser.permissions.onRemoved.addListener(async ({ origins = [] }) => {
    const registered = await browser.scripting.getRegisteredContentScripts();
    const gone = registered.filter(
      ({ id, matches }) => id.startsWith(SCRIPT_PREFIX) && matches?.some((match) => origins.includes(match)),
    );
    if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone.map(({ id }) => id) });
  });
}
