/** The first script of a page; a few kilobytes, since it runs on every matched page. */
import { answerMessages, isPageScript } from '../../components/bridge/answer';
import { askBackground } from '../../components/bridge/ask-background';
import type { ContentScriptContext } from '../../components/lifetime/script-context';
import { getPageWorld, type PageWorld, setPageWorld } from '../../components/page-world/page-world';
import { Shield } from '../../components/shield/shield';
import { PAGE_REQUESTS, type PageState, type Reply } from '../../core/messages';
import { takeFirstLook } from '../../core/page/first-look';

/**
 * Starts the detector, once a page.
 * @param context ends with the extension
 */
export function startDetector(context: ContentScriptContext): void {
  if (getPageWorld()) return;
  // Before the parser has made a head no script of the page can have run.
  const first = document.readyState === 'loading' && document.head === null && document.body === null;
  const { signal, end } = context;
  const world: PageWorld = { signal, end, shield: new Shield(window, first, signal), respond: null };
  setPageWorld(world);
  answerMessages(
    {
      schemas: PAGE_REQUESTS,
      allows: (_type, sender) => !isPageScript(sender),
      answer: async (request): Promise<Reply<unknown>> => {
        if (world.respond) return { ok: true, value: await world.respond(request) };
        if (request.type === 'page.state') return { ok: true, value: stateBeforeReading() };
        return { ok: false, reason: 'not-found' };
      },
    },
    context.signal,
  );
  whenParsed(context.signal, () => {
    if (takeFirstLook(document, new URL(location.href)).candidate) void askBackground('page.candidate', {});
  });
}

function whenParsed(signal: AbortSignal, act: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { once: true, signal });
  else act();
}

function stateBeforeReading(): PageState {
  const { authority, signals, candidate } = takeFirstLook(document, new URL(location.href));
  const score = signals.reduce((sum, signal) => sum + signal.weight, 0);
  const kind = signals.some(({ code }) => code === 'address-home') ? 'home' : 'other';
  return {
    address: location.href,
    recognition: { kind, authority, score, signals },
    article: null,
    silent: candidate ? 'reading' : 'not-article',
  };
}
