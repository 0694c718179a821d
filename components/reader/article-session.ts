/** An article on the page as we know it now: its text, its terms, its annotations and where they stand. */

import { type Anchoring, anchor, indexForAnchoring } from '../../core/annotation/anchor';
import type { AnnotationView, Colour } from '../../core/annotation/annotation';
import { leftmostLongest, type TermMatch } from '../../core/glossary/match';
import { unpackMatches } from '../../core/glossary/packed-matches';
import type { AnchorState } from '../../core/messages';
import type { Article } from '../../core/page/extract';
import type { Facts } from '../../core/page/fact';
import { askBackground } from '../bridge/ask-background';
import { type Mark, TERM_LAYER } from '../marks/mark';

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

  constructor(article: Article) {
    this.article = article;
  }

  get text(): string {
    return this.article.map.text;
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
    const reply = await askBackground('article.opened', { facts: this.article.facts, text: this.text });
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

  summary() {
    return {
      documentId: this.documentId,
      facts: this.facts,
      attachments: this.article.attachments,
      characters: this.text.length,
      terms: this.terms.length,
      anchors: this.anchorStates(),
    };
  }

  private anchorStates(): Record<string, AnchorState> {
    return Object.fromEntries(this.placed.map(({ annotation, anchoring }) => [annotation.id, anchoring.state]));
  }
}
