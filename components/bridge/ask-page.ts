/** Asks the script in a tab. */
import { browser } from 'wxt/browser';
import { type PageInput, type PageReplies, type PageRequest, type Reply, seal } from '../../core/messages';
import { send } from './ask-background';

export async function askPage<K extends PageRequest>(
  tabId: number,
  type: K,
  payload: PageInput<K>,
): Promise<Reply<PageReplies[K]>> {
  return send(() => browser.tabs.sendMessage(tabId, seal(type, payload), { frameId: 0 }));
}
