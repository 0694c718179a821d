/** An article on the page as we know it now: its text, its terms, its annotations and where they stand. */

import { type Anchoring, anchor, indexForAnchoring } from '../../core/annotation/anchor';
import type { AnnotationView } from '../../core/annotation/annotation';
import type { Colour } from '../../core/annotation/colour';
import { unpackMatches } from '../../core/glossary/packed-matches';
import { leftmostLongest, type TermMatch } from '../../core/glossary/term-match';
import type { AnchorState } from '../../core/messages';
import type { Article } from '../../core/page/extract';
import type { Facts } from '../../core/page/fact';
import { embedTextMap, isOnPage, type TextMap } from '../../core/text/text-map';
import { askBackground } from '../bridge/ask-background';
import { type Mark, TERM_LAYER } from '../marks/mark';
import type { PageTexts } from './load-pages';

export interface PlacedAnnotation {
  readonly annotation: AnnotationView;
  readonly anchoring: Anchoring;
}

export class ArticleSession {
  readonly article: Article;
  /** Terms as shown: leftmost, longest. */
  terms: readonly TermMatch[] = [];
  /** All terms, nested ones too. */
  allTerms: readonly TermMatch[] = [];
  documentId: string | null = null;
  private corrected: Facts = {};
  placed: readonly PlacedAnnotation[] = [];

  /** Texts of the other pages, once the reader wanted them. */
  readonly others: PageTexts | null;
  /** The text with its map: of this page, or of all pages with this one in its place. */
  readonly map: TextMap;

  constructor(article: Article, others: PageTexts | null = null) {
    this.article = article;
    this.others = others;
    this.map = others ? embed(article, others) : article.map;
  }

  get text(): string {
    return this.map.text;
  }

  /** @returns whether the terms are known now */
  async findTerms(): Promise<boolean> {
    const reply = await askBackground('terms.match', { text: this.text });
    if (!reply.ok) return false;
    this.allTerms = unpackMatches(reply.value);
    this.terms = leftmostLongest(this.allTerms);
    return true;
  }

  /** Fetches the annotations of this document and finds their places. */
  async loadAnnotations(): Promise<boolean> {
    const reply = await askBackground('article.opened', this.document());
    if (!reply.ok) return false;
    this.documentId = reply.value.documentId;
    this.corrected = reply.value.corrected;
    const index = indexForAnchoring(this.text);
    this.placed = reply.value.annotations.map((annotation) => ({
      annotation,
      anchoring: anchor(index, annotation.target),
    }));
    return true;
  }

  marks(): Mark[] {
    const terms = this.terms.map(({ start, end }) => ({ start, end, layer: TERM_LAYER }) as const);
    const own = this.placed.flatMap(({ annotation, anchoring }) =>
      anchoring.state === 'gone'
        ? []
        : [{ start: anchoring.start, end: anchoring.end, layer: annotation.colour satisfies Colour }],
    );
    return [...terms, ...own];
  }

  /** The shown term at an offset. */
  termAt(offset: number): TermMatch | null {
    return this.terms.find(({ start, end }) => start <= offset && offset < end) ?? null;
  }

  /** The shortest of the annotations over an offset: the one that a click most likely means. */
  annotationAt(offset: number): PlacedAnnotation | null {
    let best: { placed: PlacedAnnotation; length: number } | null = null;
    for (const placed of this.placed) {
      const { anchoring } = placed;
      if (anchoring.state === 'gone' || offset < anchoring.start || offset >= anchoring.end) continue;
      const length = anchoring.end - anchoring.start;
      if (!best || length < best.length) best = { placed, length };
    }
    return best?.placed ?? null;
  }

  placedById(id: string): PlacedAnnotation | null {
    return this.placed.find(({ annotation }) => annotation.id === id) ?? null;
  }

  /** Facts as read, with what the reader corrected over them. */
  get facts(): Facts {
    return { ...this.article.facts, ...this.corrected };
  }

  /** What the background needs to know the document by. */
  document() {
    const addresses = this.others && this.article.pages ? { addresses: [...this.article.pages.addresses] } : {};
    return { facts: this.article.facts, text: this.text, ...addresses };
  }

  /** Address of the page on which an offset stands; null for this very page. */
  pageOf(offset: number): string | null {
    if (!this.others || isOnPage(this.map, offset)) return null;
    let end = 0;
    for (const [i, text] of this.others.entries()) {
      end += (text ?? this.article.map.text).length + 1;
      if (offset < end) return this.article.pages?.addresses[i] ?? null;
    }
    return null;
  }

  summary() {
    return {
      documentId: this.documentId,
      facts: this.facts,
      attachments: this.article.attachments,
      pages: { count: this.article.pages?.addresses.length ?? 1, whole: this.others !== null },
      characters: this.text.length,
      terms: this.terms.length,
      anchors: this.anchorStates(),
    };
  }

  private anchorStates(): Record<string, AnchorState> {
    return Object.fromEntries(this.placed.map(({ annotation, anchoring }) => [annotation.id, anchoring.state]));
  }
}

function embed({ map, pages }: Article, others: PageTexts): TextMap {
  const current = pages?.current ?? 0;
  const before = others.slice(0, current).map((text) => `${text}\n`);
  const after = others.slice(current + 1).map((text) => `\n${text}`);
  return embedTextMap(map, before.join(''), after.join(''));
}
