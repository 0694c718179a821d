/** The first script of a page; a few kilobytes, since it runs on every matched page. */
import { answerMessages, isPageScript } from '../../components/bridge/answer';
import { askBackground } from '../../components/bridge/ask-background';
import type { ContentScriptContext } from '../../components/lifetime/script-context';
import { getPageWorld, type PageWorld, setPageWorld } from '../../components/page-world/page-world';
import { Shield } from '../../components/shield/shield';
import { PAGE_REQUESTS, type PageState, type Reply } from '../../core/messages';
import { takeFirstLook } from '../../core/page/first-look';
import { onRulesChanged, readRules, rulesFor } from '../../storage/rules';

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
        if (request.type === 'page.state') return { ok: true, value: await stateBeforeReading() };
        return { ok: false, reason: 'not-found' };
      },
    },
    context.signal,
  );
  const look = () => void askForReader(world);
  whenParsed(context.signal, look);
  onRulesChanged(look, context.signal);
}

/** Asks for the second script where it may have something to do; once there, it follows the rules by itself. */
async function askForReader(world: PageWorld): Promise<void> {
  if (world.respond) return;
  const { site, page } = rulesFor(await readRules(), location.href);
  const candidate = takeFirstLook(document, new URL(location.href)).candidate && site !== 'off' && page !== 'off';
  if (candidate || page === 'article') await askBackground('page.candidate', {});
}

function whenParsed(signal: AbortSignal, act: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { once: true, signal });
  else act();
}

async function stateBeforeReading(): Promise<PageState> {
  const { site, page } = rulesFor(await readRules(), location.href);
  const { authority, signals, candidate } = takeFirstLook(document, new URL(location.href));
  const score = signals.reduce((sum, signal) => sum + signal.weight, 0);
  const kind = signals.some(({ code }) => code === 'address-home') ? 'home' : 'other';
  return {
    address: location.href,
    recognition: { kind, authority, score, signals },
    article: null,
    silent: site === 'off' || page === 'off' ? 'switched-off' : candidate ? 'reading' : 'not-article',
  };
}
