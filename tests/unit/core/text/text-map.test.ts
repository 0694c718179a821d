import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markupAppearance } from '../../../../core/text/appearance';
import { readText } from '../../../../core/text/read-text';
import { nodeRanges, offsetAt, positionAt, sliceTextMap, type TextMap } from '../../../../core/text/text-map';
import { bodies, bodiesWithPre, expectedText, plant, type Tree } from '../../support/trees';

/** happy-dom's page: linkedom, which the tests of whole pages run on, gives wrong document positions. */
function pageOf(html: string): Document {
  return new DOMParser().parseFromString(`<!DOCTYPE html><body>${html}</body>`, 'text/html');
}

const options = { appearanceOf: markupAppearance };

function grow(trees: readonly Tree[]): { body: HTMLElement; map: TextMap } {
  const { body } = pageOf('');
  plant(body.ownerDocument, body, trees);
  return { body, map: readText(body, options) };
}

const grown = bodiesWithPre.map(grow);
const bare = (text: string) => text.replace(/[\t\n\r\f ]/g, '');
const shownBy = (map: TextMap, start: number, end: number) =>
  nodeRanges(map, start, end)
    .map((range) => range.node.data.slice(range.start, range.end))
    .join('');

/** Every boundary point of the page, in document order. */
function* boundaryPoints(node: Node): Generator<[Node, number]> {
  if (node.nodeType === 3) {
    for (let at = 0; at <= (node.nodeValue ?? '').length; at++) yield [node, at];
    return;
  }
  const children = [...node.childNodes];
  for (const [i, child] of children.entries()) {
    yield [node, i];
    yield* boundaryPoints(child);
  }
  yield [node, children.length];
}

describe('a text and its page', () => {
  test('the text is what a reader sees', () => {
    fc.assert(
      fc.property(bodies, (trees) => {
        expect(grow(trees).map.text).toBe(expectedText(trees));
      }),
    );
  });

  test('lines are the text between its line ends', () => {
    fc.assert(
      fc.property(grown, ({ body, map }) => {
        const lines = map.lines.map(({ start, end }) => map.text.slice(start, end));
        expect(lines).toEqual(map.text === '' ? [] : map.text.split('\n'));
        for (const { element } of map.lines) expect(body.contains(element)).toBe(true);
      }),
    );
  });

  test('there and back: an offset, its place in the page, the offset', () => {
    fc.assert(
      fc.property(grown, ({ map }) => {
        for (let offset = 0; offset <= map.text.length; offset++) {
          const back = (edge: 'start' | 'end') => {
            const at = positionAt(map, offset, edge);
            return at && offsetAt(map, at.node, at.offset);
          };
          // A line end stands nowhere in the page: one side holds on to the line before, the other to the line after.
          const lineEnds = map.text[offset] === '\n';
          const lineStarts = map.text[offset - 1] === '\n';
          if (map.text === '') expect(back('start')).toBeNull();
          else {
            expect(back('start')).toBe(lineEnds ? offset + 1 : offset);
            expect(back('end')).toBe(lineStarts ? offset - 1 : offset);
          }
        }
      }),
    );
  });

  test('the places that show a stretch show just that stretch, once and in order', () => {
    fc.assert(
      fc.property(grown, fc.nat(60), fc.nat(60), ({ map }, a, b) => {
        const [start = 0, end = 0] = [a, b].sort((x, y) => x - y).map((at) => Math.min(at, map.text.length));
        expect(bare(shownBy(map, start, end))).toBe(bare(map.text.slice(start, end)));
        const ranges = nodeRanges(map, start, end);
        expect(new Set(ranges.map(({ node }) => node)).size).toBe(ranges.length);
        for (const range of ranges) expect(range.start).toBeLessThan(range.end);
        const order = ranges.map(({ node }) => map.nodes.indexOf(node));
        expect(order).toEqual([...order].sort((x, y) => x - y));
      }),
    );
  });

  test('each character stands where the map says', () => {
    fc.assert(
      fc.property(grown, ({ map }) => {
        for (let offset = 0; offset < map.text.length; offset++) {
          const char = map.text.charAt(offset);
          const at = positionAt(map, offset, 'start');
          if (char === ' ') expect(at?.node.data.charAt(at.offset)).toMatch(/[\t\n ]/);
          else if (char !== '\n') expect(at?.node.data.charAt(at.offset)).toBe(char);
        }
      }),
    );
  });

  test('points of the page give offsets that never go back', () => {
    fc.assert(
      fc.property(grown, ({ body, map }) => {
        let last = 0;
        for (const [node, at] of boundaryPoints(body)) {
          const offset = offsetAt(map, node, at);
          expect(offset).toBeGreaterThanOrEqual(last);
          last = offset;
        }
        expect(last).toBe(map.text.length);
      }),
    );
  });

  test('a part of a text is mapped as the whole is', () => {
    fc.assert(
      fc.property(grown, fc.nat(9), fc.nat(9), ({ body, map }, a, b) => {
        const [from = 0, to = 0] = [a, b].sort((x, y) => x - y);
        const first = map.lines[from];
        const last = map.lines[Math.min(to, map.lines.length - 1)];
        if (!first || !last) return;
        const { start } = first;
        const { end } = last;
        const part = sliceTextMap(map, start, end);
        expect(part.text).toBe(map.text.slice(start, end));
        expect(nodeRanges(part, 0, part.text.length)).toEqual(nodeRanges(map, start, end));
        for (const line of part.lines) expect(part.text.slice(line.start, line.end)).not.toMatch(/\n|^$/);
        for (const [node, at] of boundaryPoints(body)) {
          const offset = Math.min(Math.max(offsetAt(map, node, at), start), end);
          expect(offsetAt(part, node, at)).toBe(offset - start);
        }
      }),
    );
  });
});

describe('places of a text, case by case', () => {
  const { body, map } = (() => {
    const page = pageOf('<p id="a">甲 <b>乙</b></p><script>x</script><p id="b">丙<i hidden>藏</i>丁</p>');
    return { body: page.body, map: readText(page.body, options) };
  })();
  const [a, script, b] = [...body.children];
  const cases: [what: string, node: Node | null | undefined, at: number, offset: number][] = [
    ['before everything', body, 0, 0],
    ['in a text', a?.firstChild, 1, 1],
    ['between a text and a tag', a, 1, 2],
    ['at the end of a block', a, 2, 4],
    ['in a script', script?.firstChild, 0, 4],
    ['after a script', body, 2, 4],
    ['in what is hidden', b?.querySelector('i')?.firstChild, 1, 5],
    ['past the last character', b, 3, 6],
    ['past everything', body, 3, 6],
  ];

  test('the text', () => expect(map.text).toBe('甲 乙\n丙丁'));

  test.each(cases)('a selection %s', (_, node, at, offset) => {
    expect(node && offsetAt(map, node, at)).toBe(offset);
  });

  test.each([
    ['before the root', 'a', 0],
    ['after the root', 'b', 6],
  ])('a selection %s', (_, id, offset) => {
    const { body: outer } = pageOf('<nav id="a">首页</nav><main>甲 乙<br>丙丁</main><footer id="b">版权</footer>');
    const main = outer.querySelector('main');
    const outside = outer.querySelector(`#${id}`)?.firstChild;
    expect(main && outside && offsetAt(readText(main, options), outside, 1)).toBe(offset);
  });
});
