/** A passage of one reading of the page: the page may be read anew while the reader still thinks about it. */
import type { Anchor } from '../layer/layer-state';
import { rectsOf } from '../marks/point';
import type { ArticleSession } from './article-session';

export interface Passage {
  readonly session: ArticleSession;
  readonly start: number;
  readonly end: number;
}

/** The words of a passage, as they were when it was chosen. */
export function wordsOf({ session, start, end }: Passage): string {
  return session.text.slice(start, end);
}

export function anchorOf({ session, start, end }: Passage): Anchor {
  return { rects: () => rectsOf(session.map, start, end) };
}
