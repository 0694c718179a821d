/** What the page beside the panel shows: of the tab that the address names, else of the active tab of this window. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PageState } from '../../core/messages';
import { askPage } from '../bridge/ask-page';

export type PanelPage =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'page'; readonly tabId: number; readonly state: PageState };

/** @param fixedTab tab to follow whatever is active; null follows the active tab */
export function usePageState(fixedTab: number | null): PanelPage {
  const [page, setPage] = useState<PanelPage>({ kind: 'loading' });
  const refresh = useCallback(async () => {
    const tabId = fixedTab ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
    const reply = tabId === undefined ? null : await askPage(tabId, 'page.state', {});
    setPage(reply?.ok && tabId !== undefined ? { kind: 'page', tabId, state: reply.value } : { kind: 'unreachable' });
  }, [fixedTab]);
  useEffect(() => {
    void refresh();
    const onChange = () => void refresh();
    const onMessage = (message: unknown) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'page.changed')
        onChange();
    };
    browser.tabs.onActivated.addListener(onChange);
    browser.tabs.onUpdated.addListener(onChange);
    browser.runtime.onMessage.addListener(onMessage);
    return () => {
      browser.tabs.onActivated.removeListener(onChange);
      browser.tabs.onUpdated.removeListener(onChange);
      browser.runtime.onMessage.removeListener(onMessage);
    };
  }, [refresh]);
  return page;
}
