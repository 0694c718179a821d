/**
 * How an element takes part in the text: as seen by the browser, or told by its markup where there is none.
 */
import { attribute, tagName } from '../dom/safe';
import { cascadeOf, type Declared, declaredInline } from './cascade';

export interface Appearance {
  /** Not there at all, with all that stands in it. */
  readonly hidden: boolean;
  /** Starts and ends a line: blocks, list items, cells. */
  readonly block: boolean;
  /** Takes its room and shows nothing; what stands in it may show again. Left open, it is as in the parent. */
  readonly invisible?: boolean | undefined;
  /** Whether white space counts as written. Left open, it is as in the parent. */
  readonly preformatted?: boolean | undefined;
}

export type AppearanceOf = (element: Element) => Appearance;

const HIDDEN: Appearance = { hidden: true, block: false };

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
  const display = declared.display ?? (attribute(element, 'hidden') === null ? undefined : 'none');
  if (display === 'none') return HIDDEN;
  const space = declared['white-space'] ?? (tag === 'pre' ? 'pre' : undefined);
  return {
    hidden: false,
    block: display === undefined ? BLOCK_TAGS.has(tag) : isBlock(display),
    invisible: declared.visibility === undefined ? undefined : isInvisible(declared.visibility),
    preformatted: space === undefined ? undefined : isPreformatted(space),
  };
}

/** Appearance by computed style, for browsers. */
export function computedAppearance(element: Element): Appearance {
  const style = getComputedStyle(element);
  const display = style.display;
  return display === 'none' ? HIDDEN : new Computed(style, isBlock(display));
}

/** Each property asked of a style costs as much as the rest of the reading: those about words are asked where there are some. */
class Computed implements Appearance {
  readonly hidden = false;
  readonly block: boolean;
  private readonly style: CSSStyleDeclaration;

  constructor(style: CSSStyleDeclaration, block: boolean) {
    this.style = style;
    this.block = block;
  }

  get invisible(): boolean {
    return isInvisible(this.style.visibility);
  }

  get preformatted(): boolean {
    return isPreformatted(this.style.whiteSpace);
  }
}

function isInvisible(visibility: string): boolean {
  return visibility === 'hidden' || visibility === 'collapse';
}

const BLOCKS = new Map<string, boolean>();

function isBlock(display: string): boolean {
  let block = BLOCKS.get(display);
  if (block === undefined) {
    block = !/^(?:inline|contents|ruby)/.test(display);
    BLOCKS.set(display, block);
  }
  return block;
}

function isPreformatted(whiteSpace: string): boolean {
  return whiteSpace.startsWith('pre') && whiteSpace !== 'pre-line';
}
