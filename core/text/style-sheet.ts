/**
 * The style rules of a page that decide what shows, for Node, where nothing computes styles: the rules of its `<style>`
 * elements that a common screen follows. What cannot be understood is passed over.
 */
import { attribute, textContent } from '../dom/safe';

/** The properties that decide whether and how a text shows. */
export const PROPERTIES = ['display', 'visibility', 'white-space'] as const;
export type Property = (typeof PROPERTIES)[number];

export interface Declaration {
  readonly property: Property;
  /** Lower case. */
  readonly value: string;
  readonly important: boolean;
}

export interface StyleRule {
  /** One selector: a list becomes as many rules. */
  readonly selector: string;
  readonly declarations: readonly Declaration[];
}

/** The rules of a page that name one of the properties, in their order. */
export function collectRules(document: Document): StyleRule[] {
  const rules: StyleRule[] = [];
  for (const sheet of document.querySelectorAll('style')) {
    const media = attribute(sheet, 'media');
    if (media?.trim() && !isScreen(media)) continue;
    const css = (textContent(sheet) ?? '').replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ' ');
    addRules(css, rules);
  }
  return rules;
}

/** Most rules are about colours: one cheap test before the real work. */
const NAMED = /display|visibility|white-space/i;
const VALUE = /^([a-z-]+)(\s*!\s*important)?$/;
/** Values that come from elsewhere; the usual ones of the element are nearer than a guess. */
const FROM_ELSEWHERE = /^(?:inherit|initial|unset|revert|revert-layer)$/;

/** Declarations of a block or of a `style` attribute. */
export function parseDeclarations(block: string): Declaration[] {
  if (!NAMED.test(block)) return [];
  return block.split(';').flatMap((text) => {
    const colon = text.indexOf(':');
    const name = text.slice(0, colon).trim().toLowerCase();
    const property = PROPERTIES.find((known) => known === name);
    const [, value = '', important] =
      VALUE.exec(
        text
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ) ?? [];
    if (!property || value === '' || FROM_ELSEWHERE.test(value)) return [];
    return [{ property, value, important: important !== undefined }];
  });
}

/** Deeper than anybody nests media queries, more than any page hides by. */
const DEEPEST = 8;
const MOST_RULES = 5000;

function addRules(css: string, rules: StyleRule[], depth = 0): void {
  if (depth > DEEPEST) return;
  for (const { prelude, block } of blocksOf(css)) {
    const media = /^@media\b(.*)$/is.exec(prelude)?.[1];
    if (media !== undefined && isScreen(media)) addRules(block, rules, depth + 1);
    if (prelude.startsWith('@')) continue;
    const declarations = parseDeclarations(block);
    if (declarations.length > 0)
      for (const selector of splitList(prelude))
        if (isSettled(selector) && rules.length < MOST_RULES) rules.push({ selector, declarations });
  }
}

interface Block {
  /** What stands before the brace: selectors or an at-rule. */
  readonly prelude: string;
  readonly block: string;
}

/** Cuts a sheet at its outermost braces. A brace or a semicolon inside quotes is text. */
function* blocksOf(css: string): Generator<Block> {
  let from = 0;
  let open = -1;
  let depth = 0;
  for (const { 0: mark, index } of css.matchAll(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[{};]/g)) {
    if (mark === ';' && depth === 0) from = index + 1;
    if (mark === '{' && depth++ === 0) open = index;
    if (mark !== '}' || depth === 0 || --depth > 0) continue;
    yield { prelude: css.slice(from, open).trim(), block: css.slice(open + 1, index) };
    from = index + 1;
  }
  // A sheet that ends too early is closed there.
  if (depth > 0) yield { prelude: css.slice(from, open).trim(), block: css.slice(open + 1) };
}

/** Pieces between commas that stand outside brackets. */
function splitList(list: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  let depth = 0;
  for (const { 0: mark, index } of `${list},`.matchAll(/[()[\],]/g)) {
    if (mark === '(' || mark === '[') depth++;
    else if (mark !== ',') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      pieces.push(list.slice(from, index).trim());
      from = index + 1;
    }
  }
  return pieces.filter(Boolean);
}

const PSEUDO = /:+([a-z-]+)/gi;
const STRUCTURAL =
  /^(?:not|is|where|root|empty|(?:first|last|only)-(?:child|of-type)|nth-(?:last-)?(?:child|of-type)|link|any-link)$/i;

/** No hand writes longer ones; the bound keeps a hostile sheet from costing more than its length. */
const LONGEST_SELECTOR = 300;

/** Whether a selector means elements, and always the same: no `::before`, no `:hover`. */
function isSettled(selector: string): boolean {
  if (selector.length > LONGEST_SELECTOR) return false;
  const unquoted = selector.replace(/\[[^\]]*\]/g, '');
  return !/[\\&|@]/.test(unquoted) && [...unquoted.matchAll(PSEUDO)].every(([, name = '']) => STRUCTURAL.test(name));
}

/** The screen that pages are laid out for when nobody looks, in CSS pixels: that of the browsers in our tests. */
const SCREEN = { width: 1280, height: 900 };

/** Whether one of the media queries of a list holds on a common screen. */
function isScreen(list: string): boolean {
  return splitList(list).some((query) =>
    query
      .toLowerCase()
      .split(/\band\b/)
      .every((part) => /^(?:only\s+)?(?:screen|all)$/.test(part.trim()) || holds(part.trim())),
  );
}

const LENGTH = /^\(\s*(min|max)-(?:device-)?(width|height)\s*:\s*([\d.]+)(px|em|rem)\s*\)$/;

function holds(feature: string): boolean {
  const [, bound, side, number, unit] = LENGTH.exec(feature) ?? [];
  if (!bound) return false;
  const pixels = Number(number) * (unit === 'px' ? 1 : 16);
  const ours = side === 'width' ? SCREEN.width : SCREEN.height;
  return bound === 'min' ? ours >= pixels : ours <= pixels;
}
