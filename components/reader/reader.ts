/** Reads the page and keeps what is drawn true to it: recognise → extract → text → marks → paint. */
import type { AnnotationView } from '../../core/annotation/annotation';
import type { PageState, SilentReason } from '../../core/messages';
import { extract } from '../../core/page/extract';
import { recognise } from '../../core/page/recognise';
import type { Recognition } from '../../core/page/signals';
import { computedAppearance } from '../../core/text/appearance';
import { askBackground } from '../bridge/ask-background';
import type { Mark } from '../marks/mark';
import type { Painter } from '../marks/painter';
import { ArticleSession } from './article-session';

/** A page that keeps changing is read anew this often at most. */
const REREAD_AFTER_MS = 600;

export interface ReaderHooks {
  /** The article was read for the first time, or anew. */
  readonly onArticle: (session: ArticleSession) => void;
}

export class Reader {
  session: ArticleSession | null = null;
  private readonly painter: Painter;
  private readonly hooks: ReaderHooks;
  private readonly signal: AbortSignal;
  private recognition: Recognition | null = null;
  private silent: SilentReason | null = 'reading';
  private readMs = 0;
  private asked = false;
  private readonly changes: MutationObserver;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(painter: Painter, hooks: ReaderHooks, signal: AbortSignal) {
    this.painter = painter;
    this.hooks = hooks;
    this.signal = signal;
    this.changes = new MutationObserver(() => this.planReread());
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(this.timer);
        this.changes.disconnect();
      },
      { once: true },
    );
  }

  /** @param asked the reader wants this page read, whatever it looks like */
  async read(asked = this.asked): Promise<void> {
    this.asked = asked;
    try {
      this.silent = await this.readArticle();
    } catch (error) {
      this.silent = 'failed';
      console.warn('Yandu could not read this page:', error);
    }
    if (!this.signal.aborted) void askBackground('page.changed', {});
  }

  /** @returns why nothing is marked, or null when the article is */
  private async readArticle(): Promise<SilentReason | null> {
    const url = new URL(location.href);
    const seen = recognise(document, url);
    this.recognition = this.asked
      ? { ...seen, kind: 'article', signals: [...seen.signals, { code: 'reader-asked', weight: 0 }] }
      : seen;
    if (this.recognition.kind !== 'article') return 'not-article';
    const recognised = performance.now();
    const extraction = extract(document, url, computedAppearance);
    if (!extraction.ok) return extraction.reason;
    const session = new ArticleSession(extraction.article);
    this.session = session;
    this.watch(extraction.article.root);
    const [terms] = await Promise.all([session.findTerms(), session.loadAnnotations()]);
    if (this.session !== session || this.signal.aborted) return null;
    this.hooks.onArticle(session);
    // Not awaited: in a background tab nothing is painted until the reader comes to it.
    void this.repaint().then(() => {
      this.readMs = performance.now() - recognised;
    });
    return terms ? null : 'failed';
  }

  private watch(root: Element): void {
    this.changes.disconnect();
    this.changes.observe(root, { childList: true, characterData: true, subtree: true });
  }

  private planReread(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.read();
    }, REREAD_AFTER_MS);
  }

  /** @param pending a passage that is being written about and not saved yet */
  async repaint(pending?: Mark): Promise<void> {
    if (!this.session) return;
    const marks = this.session.marks();
    await this.painter.paint(this.session.article.map, pending ? [...marks, pending] : marks);
  }

  /** Another tab or the panel changed annotations of a document. */
  async refreshAnnotations(documentId: string): Promise<void> {
    const { session } = this;
    if (!session || (session.documentId !== null && session.documentId !== documentId)) return;
    if (await session.loadAnnotations()) {
      await this.repaint();
      void askBackground('page.changed', {});
    }
  }

  /** Shows an annotation that was just saved, before the background tells everyone. */
  async saved(annotation: AnnotationView): Promise<void> {
    await this.refreshAnnotations(annotation.documentId);
  }

  state(): PageState {
    const { session, recognition } = this;
    return {
      address: location.href,
      recognition: recognition ?? { kind: 'other', authority: 'elsewhere', score: 0, signals: [] },
      article:
        session && this.silent === null
          ? {
              documentId: session.documentId,
              facts: session.article.facts,
              characters: session.text.length,
              terms: session.terms.length,
              anchors: session.anchorStates(),
              milliseconds: this.readMs,
            }
          : null,
      silent: this.silent,
    };
  }
}
