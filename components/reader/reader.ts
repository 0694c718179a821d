/** Reads the page and keeps what is drawn true to it: recognise → extract → text → marks → paint. */
import type { AnnotationView } from '../../core/annotation/annotation';
import { LONGEST_TEXT } from '../../core/envelope';
import type { PageState, SilentReason } from '../../core/messages';
import { type Article, extractInSteps } from '../../core/page/extract';
import { listTexts } from '../../core/page/page-texts';
import { recognise } from '../../core/page/recognise';
import type { Recognition } from '../../core/page/signals';
import { whyEmpty } from '../../core/page/why-empty';
import { runInSlices } from '../../core/steps';
import { computedAppearance } from '../../core/text/appearance';
import { readRules, rulesFor } from '../../storage/rules';
import { askBackground } from '../bridge/ask-background';
import type { Mark } from '../marks/mark';
import type { Painter } from '../marks/painter';
import { ArticleSession } from './article-session';
import { loadPages, type PageTexts } from './load-pages';
import { pause } from './pause';

export interface ReaderHooks {
  /** The article was read for the first time, or anew. */
  readonly onArticle: (session: ArticleSession) => void;
  /** What was read is not shown any more. */
  readonly onCleared: () => void;
}

const UNSEEN: Recognition = { kind: 'other', authority: 'elsewhere', score: 0, signals: [] };

export class Reader {
  session: ArticleSession | null = null;
  private readonly painter: Painter;
  private readonly hooks: ReaderHooks;
  private readonly signal: AbortSignal;
  private recognition = UNSEEN;
  private silent: SilentReason | null = 'reading';
  private readMs = 0;
  private asked = false;
  /** Rises with each reading; one that was overtaken leaves no trace. */
  private turn = 0;

  constructor(painter: Painter, hooks: ReaderHooks, signal: AbortSignal) {
    this.painter = painter;
    this.hooks = hooks;
    this.signal = signal;
  }

  /** @param asked the reader wants this page read now, whatever it looks like */
  async read(asked = this.asked): Promise<void> {
    this.asked = asked;
    const turn = ++this.turn;
    const silent = await this.readArticle(turn).catch((error: unknown) => {
      console.warn('Yandu could not read this page:', error);
      return 'failed' as const;
    });
    if (turn !== this.turn || this.signal.aborted) return;
    if (silent !== null) this.clear();
    this.silent = silent;
    void askBackground('page.changed', {});
  }

  /** @returns why nothing is marked, or null when the article is */
  private async readArticle(turn: number): Promise<SilentReason | null> {
    const url = new URL(location.href);
    const rules = rulesFor(await readRules(), location.href);
    const texts = listTexts(document);
    const seen = recognise(document, url, undefined, texts);
    const wanted = this.asked || rules.page === 'article';
    this.recognition = wanted
      ? { ...seen, kind: 'article', signals: [...seen.signals, { code: 'reader-asked', weight: 0 }] }
      : seen;
    if (!wanted && (rules.site === 'off' || rules.page === 'off')) return 'switched-off';
    if (this.recognition.kind !== 'article') return 'not-article';
    const recognised = performance.now();
    await pause();
    const isOver = () => turn !== this.turn || this.signal.aborted;
    const extraction = await runInSlices(extractInSteps(document, url, computedAppearance, texts), pause, isOver);
    if (!extraction) return null;
    if (!extraction.ok) return extraction.reason === 'no-body' ? whyEmpty(document, url) : extraction.reason;
    const session = new ArticleSession(extraction.article, this.othersOf(extraction.article));
    if (session.text.length > LONGEST_TEXT) return 'too-large';
    const [terms, annotations] = await Promise.all([session.findTerms(), session.loadAnnotations()]);
    if (isOver()) return null;
    this.session = session;
    this.hooks.onArticle(session);
    // Not awaited: in a background tab nothing is painted until the reader comes to it.
    void this.repaint().then(() => {
      this.readMs = performance.now() - recognised;
    });
    return terms && annotations ? null : 'failed';
  }

  /** The other pages stay loaded while the same article is read anew. */
  private othersOf({ pages }: Article): PageTexts | null {
    const before = this.session?.article.pages;
    const same = pages !== null && before?.addresses.join() === pages.addresses.join();
    return same ? (this.session?.others ?? null) : null;
  }

  /** Reads the other pages of the article and takes all as one text. */
  async loadAll(): Promise<boolean> {
    const pages = this.session?.article.pages;
    const others = pages ? await loadPages(pages, this.signal) : null;
    if (!others || !this.session || this.signal.aborted) return false;
    this.session = new ArticleSession(this.session.article, others);
    await this.read();
    return true;
  }

  private clear(): void {
    if (!this.session) return;
    void this.painter.paint(this.session.map, []);
    this.session = null;
    this.hooks.onCleared();
  }

  /** @param pending a passage that is being written about and not saved yet */
  async repaint(pending?: Mark): Promise<void> {
    if (!this.session) return;
    const marks = this.session.marks();
    await this.painter.paint(this.session.map, pending ? [...marks, pending] : marks);
  }

  /** Another tab or the panel changed annotations of a document. */
  async refreshAnnotations(documentId: string): Promise<void> {
    const { session } = this;
    if (!session || (session.documentId !== null && session.documentId !== documentId)) return;
    if (!(await session.loadAnnotations()) || session !== this.session) return;
    void this.repaint();
    void askBackground('page.changed', {});
  }

  /** Shows an annotation that was just saved, before the background tells everyone. */
  async saved(annotation: AnnotationView): Promise<void> {
    await this.refreshAnnotations(annotation.documentId);
  }

  state(): PageState {
    const { session, recognition, silent, readMs } = this;
    const article = session && silent === null ? { ...session.summary(), milliseconds: readMs } : null;
    return { address: location.href, recognition, article, silent };
  }
}
