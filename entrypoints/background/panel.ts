/** Opening the panel: Chrome's side panel, Firefox's sidebar where a click of the reader allows it, else a tab. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Sender } from '../../components/bridge/answer';
import { openPanelFromGesture } from '../../components/bridge/panel-opener';

const MENU_ITEM = 'open-panel';

/** Menu item and shortcut; both count as a gesture of the reader. */
export function offerPanel(): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.removeAll(() => {
      browser.contextMenus.create({
        id: MENU_ITEM,
        title: i18n.t('commandOpenPanel'),
        contexts: ['page', 'selection'],
      });
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU_ITEM && tab) void openPanelFromGesture(tab);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel' && tab) void openPanelFromGesture(tab);
  });
}

/**
 * Opens the panel for the tab of a script that asks. Firefox takes no gesture across a message, so there the panel
 * opens in a tab beside the page.
 * @param edit annotation whose note is to be typed
 */
export async function openPanel({ tab }: Sender, edit: string | undefined): Promise<'panel' | 'tab'> {
  if (tab?.id === undefined) return 'tab';
  const remembered = edit === undefined ? undefined : browser.storage.session.set({ 'panel.edit': edit });
  try {
    if (import.meta.env.CHROME) {
      // Asked for before anything is awaited: the gesture of the click in the page does not last longer.
      await Promise.all([browser.sidePanel.open({ tabId: tab.id }), remembered]);
      return 'panel';
    }
  } catch {
    // No side panel before Chrome 116, or the gesture has run out: the tab shows the same.
  }
  await remembered;
  await browser.tabs.create({
    url: browser.runtime.getURL(`/sidepanel.html?tab=${tab.id}`),
    index: tab.index + 1,
    ...(import.meta.env.FIREFOX ? { openerTabId: tab.id } : {}),
  });
  return 'tab';
}
