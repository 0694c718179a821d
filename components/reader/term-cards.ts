/** Term cards: opened by pointing, clicking or the keyboard, and stepped through in the order of the text. */
import { chooseSense } from '../../core/glossary/choose-sense';
import type { Concept } from '../../core/glossary/pack';
import type { TermMatch } from '../../core/glossary/term-match';
import { isOnPage } from '../../core/text/text-map';
import { askBackground } from '../bridge/ask-background';
import { HoverIntent } from '../card/hover-intent';
import type { Layer } from '../layer/layer';
import type { Anchor } from '../layer/layer-state';
import { rectsOf, scrollToOffset } from '../marks/point';
import type { ArticleSession } from './article-session';

/** Text around a term that may tell its sense: about two sentences each way. */
const NEARBY = 120;

export interface PointedTerm {
  readonly term: TermMatch;
  readonly point?: { readonly x: number; readonly y: number };
}

type HowOpened = 'pointing' | 'click' | 'keyboard';

export class TermCards {
  readonly hover: HoverIntent<PointedTerm>;
  private readonly layer: Layer;
  private session: ArticleSession | null = null;
  private open: TermMatch | null = null;
  /** Where the keyboard stands in the terms. */
  private last: TermMatch | null = null;
  private returnFocus: Element | null = null;

  constructor(layer: Layer) {
    this.layer = layer;
    this.hover = new HoverIntent<PointedTerm>({
      show: (pointed) => void this.show(pointed, 'pointing'),
      hide: () => {
        if (!this.layer.current().term?.pinned) this.close();
      },
      same: (a, b) => a.term === b.term,
    });
  }

  setSession(session: ArticleSession): void {
    this.session = session;
    this.open = null;
    this.last = null;
  }

  async show({ term, point }: PointedTerm, how: HowOpened): Promise<void> {
    const { session } = this;
    if (!session) return;
    const { term: open, note, bar, editor } = this.layer.current();
    // What the reader has opened by hand stays; a pointer that happens to rest on a term takes nothing away.
    if (how === 'pointing' && (open?.pinned || note || bar || editor)) return;
    if (how === 'keyboard' && !this.layer.current().term) this.returnFocus = document.activeElement;
    this.open = term;
    this.last = term;
    const { map } = session;
    const anchor: Anchor = { rects: () => rectsOf(map, term.start, term.end), ...(point ? { point } : {}) };
    const state = {
      anchor,
      words: map.text.slice(term.start, term.end),
      concept: undefined,
      sense: null,
      pinned: how !== 'pointing',
      focus: how === 'keyboard',
    };
    this.layer.update({ term: state, bar: null, note: null });
    const reply = await askBackground('terms.explain', { conceptId: term.conceptId });
    if (this.open !== term) return;
    const concept = reply.ok ? reply.value : null;
    const shown = this.layer.current().term ?? state;
    this.layer.update({ term: { ...shown, concept, sense: concept && this.senseOf(concept, term) } });
  }

  private senseOf(concept: Concept, { start, end }: TermMatch) {
    const { session } = this;
    if (!session) return null;
    const { facts } = session;
    const place = [facts.site, facts.source, facts.title, facts.issuingBody].map((fact) => fact?.value ?? '').join(' ');
    const date = facts.writtenAt?.value ?? facts.publishedAt?.value;
    const nearby = session.text.slice(Math.max(0, start - NEARBY), end + NEARBY);
    return chooseSense(concept, { nearby, place, ...(date ? { date: date.slice(0, 10) } : {}) });
  }

  /** Opens the card of the next or previous term; at first, of the first one in sight. */
  step(step: 1 | -1): void {
    const terms = this.termsHere();
    const map = this.session?.map;
    if (!map || terms.length === 0) return;
    const at = this.last ? terms.indexOf(this.last) : -1;
    const next = at >= 0 ? at + step : this.firstInSight(step);
    const term = terms[(next + terms.length) % terms.length];
    if (!term) return;
    scrollToOffset(map, term.start);
    void this.show({ term }, 'keyboard');
  }

  /** Terms on the page itself; those of other pages of the article cannot be gone to. */
  private termsHere(): readonly TermMatch[] {
    const { session } = this;
    return session ? session.terms.filter(({ start }) => isOnPage(session.map, start)) : [];
  }

  private firstInSight(step: 1 | -1): number {
    const terms = this.termsHere();
    const map = this.session?.map;
    if (!map) return 0;
    const inSight = (term: TermMatch) => {
      const [rect] = rectsOf(map, term.start, term.end);
      return rect !== undefined && rect.bottom > 0 && rect.top < innerHeight;
    };
    const found = step === 1 ? terms.findIndex(inSight) : terms.findLastIndex(inSight);
    return found >= 0 ? found : 0;
  }

  pin(): void {
    const { term } = this.layer.current();
    if (term && !term.pinned) this.layer.update({ term: { ...term, pinned: true } });
    this.hover.forget();
  }

  close(): void {
    if (!this.layer.current().term) return;
    const hadFocus = this.layer.focused !== null;
    this.open = null;
    this.hover.forget();
    this.layer.update({ term: null });
    if (hadFocus && this.returnFocus instanceof HTMLElement) this.returnFocus.focus({ preventScroll: true });
    this.returnFocus = null;
  }
}
