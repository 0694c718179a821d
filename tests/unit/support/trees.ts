/** Pages made up by fast-check: small trees with every kind of node that the reading of a text treats in its own way. */
import fc from 'fast-check';

export type Tree = string | { readonly tag: string; readonly children: readonly Tree[] };

const HIDDEN = 'hidden';
const TEXTS = ['甲', '乙', '𠮷', 'a', ' ', '\n', '\t ', '\u00a0', '　'];
const TAGS = ['p', 'div', 'td', 'b', 'span', 'br', 'script', 'ruby', 'rt', HIDDEN];

const text = fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));

function treesOf(tags: readonly string[]): fc.Arbitrary<Tree> {
  return fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, depthSize: 'medium' },
      text,
      fc.record({ tag: fc.constantFrom(...tags), children: fc.array(tie('tree'), { maxLength: 4 }) }),
    ),
  })).tree;
}

/** Children of a body; `withPre` for those where white space may count as written. */
export const bodies = fc.array(treesOf(TAGS), { maxLength: 6 });
export const bodiesWithPre = fc.array(treesOf([...TAGS, 'pre']), { maxLength: 6 });

export function plant(page: Document, parent: Element, trees: readonly Tree[]): void {
  for (const tree of trees) {
    if (typeof tree === 'string') {
      parent.appendChild(page.createTextNode(tree));
      continue;
    }
    const element = page.createElement(tree.tag === HIDDEN ? 'span' : tree.tag);
    if (tree.tag === HIDDEN) element.setAttribute('hidden', '');
    parent.appendChild(element);
    if (tree.tag !== 'br') plant(page, element, tree.children);
  }
}

const LINES = new Set(['p', 'div', 'td', 'br']);
const SILENT = new Set(['script', 'rt', HIDDEN]);

/** What a reader sees of such trees, said in three replacements; `pre` is not among them. */
export function expectedText(trees: readonly Tree[]): string {
  const flat = (tree: Tree): string => {
    if (typeof tree === 'string') return tree.replace(/[\t\n ]/g, ' ');
    if (SILENT.has(tree.tag)) return '';
    const inner = tree.tag === 'br' ? '' : tree.children.map(flat).join('');
    return LINES.has(tree.tag) ? `\n${inner}\n` : inner;
  };
  return trees
    .map(flat)
    .join('')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n+/g, '\n')
    .replace(/^[\n ]+|[\n ]+$/g, '');
}
