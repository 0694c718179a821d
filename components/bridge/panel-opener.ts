/** Opens the panel within a gesture of the reader: popup, menu or shortcut. */
import { browser } from 'wxt/browser';

interface PanelTab {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
}

/** Firefox's own API; the framework's types are Chrome's. */
function sidebarAction(): { open(): Promise<void> } | undefined {
  return Reflect.get(browser, 'sidebarAction');
}

/** Must be called before anything is awaited, or the browser forgets the gesture. */
export async function openPanelFromGesture({ id, windowId }: PanelTab): Promise<void> {
  try {
    if (import.meta.env.FIREFOX) {
      await sidebarAction()?.open();
      return;
    }
    if (windowId !== undefined && browser.sidePanel?.open) {
      await browser.sidePanel.open({ windowId });
      return;
    }
  } catch {
    // Falls through to the tab, which every browser has.
  }
  await browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html${id === undefined ? '' : `?tab=${id}`}`) });
}
