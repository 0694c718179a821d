/** Which of a page's style rules wins on an element, as far as they decide what shows. */
import { attribute, tagName } from '../dom/safe';
import { collectRules, type Declaration, type Property, parseDeclarations } from './style-sheet';

/** The declared values of an element; nothing is inherited. */
export type Declared = Partial<Record<Property, string>>;

interface RankedRule {
  readonly selector: string;
  readonly declarations: readonly Declaration[];
  /** By the number of ids, classes and tags in the selector; later rules win over earlier ones. */
  readonly rank: number;
}

/** Reads the page's rules once; the answers hold as long as its style sheets stay. */
export function cascadeOf(document: Document): (element: Element) => Declared {
  const byKey = new Map<string, RankedRule[]>();
  collectRules(document).forEach(({ selector, declarations }, order) => {
    const key = keyOf(selector);
    const rules = byKey.get(key) ?? [];
    rules.push({ selector, declarations, rank: specificity(selector) * ORDERS + order });
    byKey.set(key, rules);
  });
  return (element) => {
    const declared = new Declarations();
    for (const key of keysOf(element))
      for (const rule of byKey.get(key) ?? []) if (matches(element, rule.selector)) declared.add(rule);
    addInline(element, declared);
    return declared.values;
  };
}

/** What the `style` attribute of an element says. */
export function declaredInline(element: Element): Declared {
  const declared = new Declarations();
  addInline(element, declared);
  return declared.values;
}

function addInline(element: Element, declared: Declarations): void {
  const style = attribute(element, 'style');
  if (style) declared.add({ declarations: parseDeclarations(style), rank: INLINE_RANK });
}

/** More rules than any page has; above them stands specificity. */
const ORDERS = 1_000_000;
const INLINE_RANK = 1e12;
const IMPORTANT_RANK = 1e13;

class Declarations {
  readonly values: Declared = {};
  private readonly ranks: Partial<Record<Property, number>> = {};

  add({ declarations, rank }: Pick<RankedRule, 'declarations' | 'rank'>): void {
    for (const { property, value, important } of declarations) {
      const own = important ? rank + IMPORTANT_RANK : rank;
      if (own < (this.ranks[property] ?? -1)) continue;
      this.values[property] = value;
      this.ranks[property] = own;
    }
  }
}

function specificity(selector: string): number {
  const count = (parts: RegExp) => Math.min(selector.match(parts)?.length ?? 0, 99);
  return (
    count(/#[\w-]/g) * 10_000 + count(/\.[^\s.#:[\d]|\[|:(?!not|is|where)/g) * 100 + count(/(?:^|[\s>+~(])[a-z]/gi)
  );
}

/** What the last part of a selector asks for first: only elements that have it need to be matched in full. */
function keyOf(selector: string): string {
  const bare = selector.replace(/\[[^\]]*\]|\([^)]*\)/g, '');
  const last = bare.split(/[\s>+~]+/).at(-1) ?? '';
  const [name] = /#[^#.:]+/.exec(last) ?? /\.[^#.:]+/.exec(last) ?? [];
  return name ?? (/^[^#.:*]+/.exec(last)?.[0].toLowerCase() || '*');
}

function keysOf(element: Element): string[] {
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);
  return ['*', tagName(element), `#${attribute(element, 'id') ?? ''}`, ...new Set(classes.map((name) => `.${name}`))];
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    // No selector that this DOM knows.
    return false;
  }
}
