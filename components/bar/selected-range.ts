/** The reader's selection as a stretch of the article's text. */
import { tidySelection } from '../../core/annotation/selector';
import { offsetAt, type TextMap } from '../../core/text/text-map';

const FIELD = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/**
 * @param root of the article
 * @returns null when nothing is selected, or what is selected lies outside of the article or in a field
 */
export function selectedRange(map: TextMap, root: Element): { start: number; end: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  if (document.activeElement?.matches(FIELD)) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const start = offsetAt(map, range.startContainer, range.startOffset);
  const end = offsetAt(map, range.endContainer, range.endOffset);
  return start < end ? tidySelection(map.text, start, end) : null;
}
