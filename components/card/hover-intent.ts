/**
 * When pointing means asking: a card opens after a short rest on a term, and stays while the pointer is on its way to
 * the card or on it. Figures from the peers with the calmest cards (shared research, matching 1).
 */

/** Crossing a paragraph full of terms on the way elsewhere must open nothing. */
export const SHOW_AFTER_MS = 180;
/** Long enough to move from the word to the card. */
export const HIDE_AFTER_MS = 300;

interface Hooks<T> {
  readonly show: (target: T) => void;
  readonly hide: () => void;
  readonly same: (a: T, b: T) => boolean;
}

export class HoverIntent<T> {
  private readonly hooks: Hooks<T>;
  private under: T | null = null;
  private shown: T | null = null;
  private overCard = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(hooks: Hooks<T>) {
    this.hooks = hooks;
  }

  /** The pointer is over this target, or over none. */
  over(target: T | null): void {
    if (target !== null && this.under !== null && this.hooks.same(target, this.under)) return;
    if (target === null && this.under === null) return;
    this.under = target;
    this.plan();
  }

  pointerOverCard(over: boolean): void {
    this.overCard = over;
    this.plan();
  }

  private plan(): void {
    clearTimeout(this.timer);
    const target = this.under;
    const stays = this.overCard || (target !== null && this.shown !== null && this.hooks.same(target, this.shown));
    if (stays) return;
    if (target !== null) this.timer = setTimeout(() => this.open(target), SHOW_AFTER_MS);
    else if (this.shown !== null) this.timer = setTimeout(() => this.close(), HIDE_AFTER_MS);
  }

  private open(target: T): void {
    this.shown = target;
    this.hooks.show(target);
  }

  private close(): void {
    this.forget();
    this.hooks.hide();
  }

  /** The card was closed, or pinned and no longer ours. */
  forget(): void {
    clearTimeout(this.timer);
    this.shown = null;
    this.overCard = false;
  }
}
