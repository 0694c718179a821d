/**
 * How an element takes part in the text: as seen by the browser, or guessed from its markup where there is none.
 */
import { attribute, tagName } from '../dom/safe';

export interface Appearance {
  readonly hidden: boolean;
  /** Starts and ends a line: blocks, list items, cells. */
  readonly block: boolean;
  /** Whether white space counts as written; left open, it is as in the parent. */
  readonly preformatted?: boolean;
}

export type AppearanceOf = (element: Element) => Appearance;

const HIDDEN: Appearance = { hidden: true, block: false };
const INLINE: Appearance = { hidden: false, block: false };
const BLOCK: Appearance = { hidden: false, block: true };
const PREFORMATTED: Appearance = { ...BLOCK, preformatted: true };

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section ' +
    'summary table tbody td tfoot th thead tr ul ucapcontent ucaptitle'
  ).split(' '),
);

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;

/** Appearance from tag and attributes alone, for Node: default style sheet, `hidden`, inline `display:none`. */
export function markupAppearance(element: Element): Appearance {
  const style = attribute(element, 'style');
  if (attribute(element, 'hidden') !== null || (style && HIDDEN_STYLE.test(style))) return HIDDEN;
  const tag = tagName(element);
  if (tag === 'pre') return PREFORMATTED;
  return BLOCK_TAGS.has(tag) ? BLOCK : INLINE;
}

/** Appearance by computed style, for browsers. */
export function computedAppearance(element: Element): Appearance {
  const style = getComputedStyle(element);
  const display = style.display;
  if (display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse') return HIDDEN;
  const preformatted = style.whiteSpace.startsWith('pre') && style.whiteSpace !== 'pre-line';
  const block = !display.startsWith('inline') && display !== 'contents' && !display.startsWith('ruby');
  return { hidden: false, block, preformatted };
}
