/** The receiving end of messages: parses, checks the sender, answers, and logs what it refuses. */

import type * as v from 'valibot';
import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import { type Parsed, parseRequest, type Reply } from '../../core/messages';

export type Sender = Browser.runtime.MessageSender;

interface Answering<Schemas extends Readonly<Record<string, v.GenericSchema>>> {
  readonly schemas: Schemas;
  /** Whether this sender may send this; the reason goes into the log. */
  readonly allows: (type: keyof Schemas, sender: Sender) => boolean;
  readonly answer: (request: Parsed<Schemas>, sender: Sender) => Promise<Reply<unknown>>;
}

/**
 * Listens to messages until the signal aborts. Everything from our own extension is answered: a message of the wrong
 * shape, or from a sender that may not send it, with a refusal.
 */
export function answerMessages<Schemas extends Readonly<Record<string, v.GenericSchema>>>(
  { schemas, allows, answer }: Answering<Schemas>,
  signal?: AbortSignal,
): void {
  const listener = (message: unknown, sender: Sender, respond: (reply: Reply<unknown>) => void): boolean => {
    if (sender.id !== browser.runtime.id) return false;
    const parsed = parseRequest(schemas, message);
    if (!parsed.ok || !allows(parsed.request.type, sender)) {
      console.warn(
        `Yandu refused a message: ${parsed.ok ? `${String(parsed.request.type)} from this sender` : parsed.why}`,
      );
      respond({ ok: false, reason: 'refused' });
      return false;
    }
    answer(parsed.request, sender).then(respond, (error: unknown) => {
      console.error('Yandu could not answer', parsed.request.type, error);
      respond({ ok: false, reason: 'storage-failed' });
    });
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage?.removeListener(listener), { once: true });
}

/** A page of the extension itself, as against a script in somebody's page. */
export function isOwnPage(sender: Sender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
}

/** A script of ours in the top frame of a tab. */
export function isPageScript(sender: Sender): boolean {
  return sender.tab?.id !== undefined && sender.frameId === 0 && !isOwnPage(sender);
}
