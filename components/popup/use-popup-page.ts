/** The active tab as the popup sees it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PageState } from '../../core/messages';
import { onRulesChanged, type RulesHere, readRules, rulesFor } from '../../storage/rules';
import { askPage } from '../bridge/ask-page';

interface Tab {
  readonly tabId: number | undefined;
  readonly windowId: number | undefined;
}

export type PopupPage =
  | { readonly kind: 'loading' }
  | (Tab & { readonly kind: 'none'; readonly readable: boolean; readonly host: string | undefined })
  | (Tab & { readonly kind: 'page'; readonly state: PageState; readonly rules: RulesHere });

export function usePopupPage(): { page: PopupPage; refresh: () => Promise<void> } {
  const [page, setPage] = useState<PopupPage>({ kind: 'loading' });
  const refresh = useCallback(async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const place = { tabId: tab?.id, windowId: tab?.windowId };
    const reply = tab?.id === undefined ? null : await askPage(tab.id, 'page.state', {});
    if (reply?.ok) {
      const rules = rulesFor(await readRules(), reply.value.address);
      setPage({ kind: 'page', ...place, state: reply.value, rules });
      return;
    }
    const address = tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
    const readable = address?.protocol === 'http:' || address?.protocol === 'https:';
    setPage({ kind: 'none', ...place, readable, host: address?.hostname });
  }, []);
  useEffect(() => {
    const life = new AbortController();
    void refresh();
    onRulesChanged(() => void refresh(), life.signal);
    // The page says when it has read itself; the popup may have been opened before that.
    const onMessage = (message: unknown) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'page.changed')
        void refresh();
    };
    browser.runtime.onMessage.addListener(onMessage);
    return () => {
      browser.runtime.onMessage.removeListener(onMessage);
      life.abort();
    };
  }, [refresh]);
  return { page, refresh };
}
