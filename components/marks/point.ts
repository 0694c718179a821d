/** From a point on the screen to an offset of the text. */
import { isText } from '../../core/dom/safe';
import { nodeRanges, offsetAt, positionAt, type TextMap } from '../../core/text/text-map';

/** A pointer rests beside a stroke as often as on it. */
const SLACK_PX = 1;

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  // Chrome before 128.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/**
 * The character under a point. A caret is found for every point of a line, so the character's own box is checked.
 * @returns null where no character of the text is
 */
export function offsetAtPoint(map: TextMap, x: number, y: number): number | null {
  const caret = caretAt(x, y);
  if (!caret || !isText(caret.node)) return null;
  const offset = offsetAt(map, caret.node, caret.offset);
  for (const candidate of [offset, offset - 1])
    if (candidate >= 0 && rectsOf(map, candidate, candidate + 1).some((rect) => contains(rect, x, y))) return candidate;
  return null;
}

function contains(rect: DOMRect, x: number, y: number): boolean {
  return (
    x >= rect.left - SLACK_PX && x <= rect.right + SLACK_PX && y >= rect.top - SLACK_PX && y <= rect.bottom + SLACK_PX
  );
}

/** Boxes of a stretch of the text, in the viewport. */
export function rectsOf(map: TextMap, start: number, end: number): DOMRect[] {
  return nodeRanges(map, start, end).flatMap(({ node, start: from, end: to }) => {
    if (to > node.length) return [];
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()];
  });
}

/** Scrolls to an offset; at once where the reader wants no motion. */
export function scrollToOffset(map: TextMap, offset: number): void {
  const element = positionAt(map, offset, 'start')?.node.parentElement;
  if (!element) return;
  const [rect] = rectsOf(map, offset, offset + 1);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const visible = rect && rect.top >= 0 && rect.bottom <= innerHeight;
  if (!visible) element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}
