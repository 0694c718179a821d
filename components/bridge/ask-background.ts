/** Asks the background; a failure of the channel itself comes back as a reply, never as an exception. */
import { browser } from 'wxt/browser';
import { seal } from '../../core/envelope';
import type { BackgroundInput, BackgroundReplies, BackgroundRequest, Reply } from '../../core/messages';

export async function askBackground<K extends BackgroundRequest>(
  type: K,
  payload: BackgroundInput<K>,
): Promise<Reply<BackgroundReplies[K]>> {
  return send(() => browser.runtime.sendMessage(seal(type, payload)));
}

/** Runs a send and reads its reply: our own other half made it, so its shape is known once it is a reply at all. */
export async function send<T>(transmit: () => Promise<unknown>): Promise<Reply<T>> {
  try {
    const reply: unknown = await transmit();
    return isReply<T>(reply) ? reply : { ok: false, reason: 'unreachable' };
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}

function isReply<T>(reply: unknown): reply is Reply<T> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && typeof reply.ok === 'boolean';
}
