/**
 * The text of a page as one string, with an exact map between its offsets and DOM positions.
 * Everything a reader sees marked is `[start, end)` in this string; offsets are UTF-16 code units.
 */

/** Stretches where text and DOM run in step: `length` characters from `nodes[node]` at `nodeOffset`. */
export interface Run {
  readonly start: number;
  readonly length: number;
  readonly node: number;
  readonly nodeOffset: number;
}

/** A line of the text: what stands in one block, one cell, or between two `<br>`. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** The nearest block around it, in the live page. */
  readonly element: Element;
}

export interface DomPosition {
  readonly node: Text;
  readonly offset: number;
}

/** A stretch of one text node. */
export interface NodeRange {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

export interface TextMap {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly nodes: readonly Text[];
  readonly runs: readonly Run[];
}

function runAt(map: TextMap, offset: number): number {
  let low = 0;
  let high = map.runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((map.runs[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The DOM position of an offset.
 * @param edge which side to hold on to where a line ends: `start` gives the character after, `end` the one before
 * @returns null for an empty text
 */
export function positionAt(map: TextMap, offset: number, edge: 'start' | 'end'): DomPosition | null {
  let index = runAt(map, edge === 'end' ? offset - 1 : offset);
  let run = map.runs[index];
  if (edge === 'start' && (!run || offset >= run.start + run.length)) run = map.runs[++index] ?? run;
  if (!run) run = map.runs[0];
  const node = run && map.nodes[run.node];
  if (!run || !node) return null;
  const inside = Math.min(Math.max(offset - run.start, 0), run.length);
  return { node, offset: run.nodeOffset + inside };
}

/** The stretches of text nodes that show `[start, end)`, one a node, in document order. */
export function nodeRanges(map: TextMap, start: number, end: number): NodeRange[] {
  const ranges: NodeRange[] = [];
  let last: { readonly node: Text; start: number; end: number } | undefined;
  for (let i = Math.max(runAt(map, start), 0); i < map.runs.length; i++) {
    const run = map.runs[i];
    const node = run && map.nodes[run.node];
    if (!run || !node || run.start >= end) break;
    const from = Math.max(start - run.start, 0);
    const to = Math.min(end - run.start, run.length);
    if (from >= to) continue;
    if (last?.node === node) last.end = run.nodeOffset + to;
    else {
      last = { node, start: run.nodeOffset + from, end: run.nodeOffset + to };
      ranges.push(last);
    }
  }
  return ranges;
}

const FOLLOWING = 4; // Node.DOCUMENT_POSITION_FOLLOWING
const CONTAINED_BY = 16; // Node.DOCUMENT_POSITION_CONTAINED_BY

/**
 * The offset of a DOM boundary point, such as an end of a selection: the first character of the text at or after it.
 * @returns `text.length` for a point after the last character; the nearest offset for points in skipped content
 */
export function offsetAt(map: TextMap, container: Node, containerOffset: number): number {
  const nodeIndex = indexOfNode(map, container);
  if (nodeIndex >= 0) return offsetInNode(map, nodeIndex, containerOffset);
  const child = container.childNodes[containerOffset] ?? null;
  let low = 0;
  let high = map.nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const node = map.nodes[middle];
    if (node && isBefore(node, container, child)) low = middle + 1;
    else high = middle;
  }
  const run = firstRunOfNode(map, low);
  return run ? run.start : map.text.length;
}

/** Whether a text node lies before the boundary point `(container, child)`; `child` null means the container's end. */
function isBefore(node: Text, container: Node, child: Node | null): boolean {
  if (child) return (node.compareDocumentPosition(child) & FOLLOWING) !== 0;
  const relation = node.compareDocumentPosition(container);
  const inside = (container.compareDocumentPosition(node) & CONTAINED_BY) !== 0;
  return inside || (relation & FOLLOWING) !== 0;
}

function indexOfNode(map: TextMap, node: Node): number {
  let low = 0;
  let high = map.nodes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const candidate = map.nodes[middle];
    if (candidate === node) return middle;
    if (candidate && (candidate.compareDocumentPosition(node) & FOLLOWING) !== 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function firstRunOfNode(map: TextMap, node: number): Run | undefined {
  let low = 0;
  let high = map.runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((map.runs[middle]?.node ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  return map.runs[low];
}

function offsetInNode(map: TextMap, node: number, nodeOffset: number): number {
  const first = firstRunOfNode(map, node);
  if (!first) return map.text.length;
  let index = map.runs.indexOf(first);
  let end = first.start;
  for (let run = map.runs[index]; run && run.node === node; run = map.runs[++index]) {
    if (nodeOffset < run.nodeOffset) return run.start;
    if (nodeOffset <= run.nodeOffset + run.length) return run.start + (nodeOffset - run.nodeOffset);
    end = run.start + run.length;
  }
  return end;
}

/** The part of a map between two line edges, offsets counted anew from 0. */
export function sliceTextMap(map: TextMap, start: number, end: number): TextMap {
  const runs = map.runs
    .filter((run) => run.start >= start && run.start + run.length <= end)
    .map((run) => ({ ...run, start: run.start - start }));
  const lines = map.lines
    .filter((line) => line.start >= start && line.end <= end)
    .map((line) => ({ ...line, start: line.start - start, end: line.end - start }));
  return { text: map.text.slice(start, end), lines, nodes: map.nodes, runs };
}

/** A map whose text goes on before and after the part that is on the page: the other pages of an article. */
export function embedTextMap(map: TextMap, before: string, after: string): TextMap {
  const shift = before.length;
  return {
    text: before + map.text + after,
    lines: map.lines.map((line) => ({ ...line, start: line.start + shift, end: line.end + shift })),
    nodes: map.nodes,
    runs: map.runs.map((run) => ({ ...run, start: run.start + shift })),
  };
}

/** Whether an offset stands on the page itself. */
export function isOnPage(map: TextMap, offset: number): boolean {
  const first = map.lines[0];
  const last = map.lines[map.lines.length - 1];
  return first !== undefined && last !== undefined && offset >= first.start && offset < last.end;
}
