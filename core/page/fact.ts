/** A fact of an article: its value, where it came from, how sure it is, and what else the page says. */

export interface Fact {
  readonly value: string;
  readonly from: 'meta' | 'table' | 'line' | 'heading' | 'title' | 'body' | 'reader';
  /** 0 to 1. */
  readonly sure: number;
  /** Other values of the page for the same fact, such as the content system's date beside the visible one. */
  readonly others?: string[];
}

export const FACT_NAMES = [
  'title',
  'subtitle',
  'author',
  'source',
  'issuingBody',
  'docNumber',
  'publishedAt',
  'writtenAt',
  'effectiveAt',
  'expiresAt',
  'validity',
  'indexNumber',
  'topic',
  'keywords',
  'column',
  'site',
] as const;
export type FactName = (typeof FACT_NAMES)[number];
export type Facts = Partial<Record<FactName, Fact>>;
