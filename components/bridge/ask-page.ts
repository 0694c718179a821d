/** Asks the script in a tab. */
import { browser } from 'wxt/browser';
import { seal } from '../../core/envelope';
import type { PageInput, PageReplies, PageRequest, Reply } from '../../core/messages';
import { send } from './ask-background';

export async function askPage<K extends PageRequest>(
  tabId: number,
  type: K,
  payload: PageInput<K>,
): Promise<Reply<PageReplies[K]>> {
  return send(() => browser.tabs.sendMessage(tabId, seal(type, payload), { frameId: 0 }));
}
