/** Watches the page for what makes reading it again worthwhile: a change inside the article, a late body, another address. */

/** A page that keeps changing is read anew this often at first; each time in a row waits twice as long. */
const FIRST_WAIT_MS = 600;
const LONGEST_WAIT_MS = 10_000;
/** A body that scripts fetch is there by now, or never. */
const LATE_BODY_MS = 30_000;
/** So long without a change, and the next one is taken up quickly again. */
const CALM_MS = 5_000;

interface Watched {
  /** Root of the article; null while none was found and one may still come. */
  readonly root: () => Element | null;
  /** Our own host: what happens to it is no change of the page. */
  readonly isOurs: (node: Node) => boolean;
  readonly reread: () => void;
}

export class PageWatch {
  private readonly watched: Watched;
  private readonly observer: MutationObserver;
  private readonly began = performance.now();
  private address = pageAddress();
  private wait = FIRST_WAIT_MS;
  private lastRead = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(watched: Watched, signal: AbortSignal) {
    this.watched = watched;
    this.observer = new MutationObserver((records) => this.consider(records));
    this.observer.observe(document, { childList: true, characterData: true, subtree: true });
    window.addEventListener('popstate', () => this.consider([]), { signal });
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(this.timer);
        this.observer.disconnect();
      },
      { once: true },
    );
  }

  private consider(records: readonly MutationRecord[]): void {
    const root = this.watched.root();
    if (pageAddress() !== this.address) this.plan();
    else if (root === null) {
      if (performance.now() - this.began < LATE_BODY_MS && records.some((record) => this.counts(record))) this.plan();
    } else if (!root.isConnected || records.some((record) => root.contains(record.target) && this.counts(record)))
      this.plan();
  }

  private counts({ type, addedNodes, removedNodes }: MutationRecord): boolean {
    return type === 'characterData' || [...addedNodes, ...removedNodes].some((node) => !this.watched.isOurs(node));
  }

  private plan(): void {
    if (this.timer !== undefined) return;
    this.wait = performance.now() - this.lastRead > CALM_MS ? FIRST_WAIT_MS : Math.min(this.wait * 2, LONGEST_WAIT_MS);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.lastRead = performance.now();
      this.address = pageAddress();
      this.watched.reread();
    }, this.wait);
  }
}

function pageAddress(): string {
  return location.href.replace(/#.*$/, '');
}
