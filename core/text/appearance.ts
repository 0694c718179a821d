/**
 * How an element takes part in the text: as seen by the browser, or told by its markup where there is none.
 */
import { attribute, tagName } from '../dom/safe';
import { cascadeOf, type Declared, declaredInline } from './cascade';

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

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section ' +
    'summary table tbody td tfoot th thead tr ul ucapcontent ucaptitle'
  ).split(' '),
);

/** Appearance from tag and attributes alone. */
export function markupAppearance(element: Element): Appearance {
  return appearanceFrom(declaredInline(element), element);
}

/** Appearance from the markup, for Node: default style sheet, attributes, the page's own `<style>` rules. */
export function markupAppearanceOf(document: Document): AppearanceOf {
  const declaredOn = cascadeOf(document);
  return (element) => appearanceFrom(declaredOn(element), element);
}

function appearanceFrom(declared: Declared, element: Element): Appearance {
  const tag = tagName(element);
  const shown = declared.visibility === undefined || declared.visibility === 'visible';
  const display = declared.display ?? (attribute(element, 'hidden') === null ? undefined : 'none');
  if (display === 'none' || !shown) return HIDDEN;
  const block = display === undefined ? BLOCK_TAGS.has(tag) : isBlock(display);
  const space = declared['white-space'] ?? (tag === 'pre' ? 'pre' : undefined);
  const appearance = block ? BLOCK : INLINE;
  return space === undefined ? appearance : { ...appearance, preformatted: isPreformatted(space) };
}

/** Appearance by computed style, for browsers. */
export function computedAppearance(element: Element): Appearance {
  const style = getComputedStyle(element);
  const display = style.display;
  if (display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse') return HIDDEN;
  return { hidden: false, block: isBlock(display), preformatted: isPreformatted(style.whiteSpace) };
}

function isBlock(display: string): boolean {
  return !display.startsWith('inline') && display !== 'contents' && !display.startsWith('ruby');
}

function isPreformatted(whiteSpace: string): boolean {
  return whiteSpace.startsWith('pre') && whiteSpace !== 'pre-line';
}
