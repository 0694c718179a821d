/** What speaks for and against a page being an article, as codes that the popup puts into words. */

export type PageKind = 'article' | 'list' | 'home' | 'other';
export type Authority = 'government' | 'official-media' | 'elsewhere';

export const SIGNAL_CODES = [
  'host-government',
  'host-official-media',
  'site-id-code',
  'meta-article-title',
  'meta-publication-date',
  'meta-column-only',
  'page-type-article',
  'page-type-list',
  'address-article',
  'address-list',
  'address-home',
  'heading-is-title',
  'body-container',
  'fact-table',
  'prose',
  'little-prose',
  'source-line',
  'document-number',
  'neighbours',
  'reading-tools',
  'dated-links',
  'link-rows',
  'more-links',
  'footer-site-mark',
  'reader-asked',
] as const;

export type SignalCode = (typeof SIGNAL_CODES)[number];

export interface Signal {
  readonly code: SignalCode;
  /** Positive: speaks for an article. */
  readonly weight: number;
  /** A number or a name that makes the reason concrete, such as the count of links. */
  readonly detail?: string;
}

export interface Recognition {
  readonly kind: PageKind;
  readonly authority: Authority;
  /** Sum of the weights. */
  readonly score: number;
  readonly signals: readonly Signal[];
}
