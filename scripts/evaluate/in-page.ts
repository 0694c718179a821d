/** What the evaluation runs inside a page: the text map of its body, held against what the browser itself lays out. */
import { findBody } from '../../core/page/body';
import { listTexts } from '../../core/page/page-texts';
import { runSteps } from '../../core/steps';
import { computedAppearance } from '../../core/text/appearance';
import { readText } from '../../core/text/read-text';
import { offsetAt, positionAt, type TextMap } from '../../core/text/text-map';

export interface MapCheck {
  readonly characters: number;
  /** Offsets that lead to a place of the page which leads to another offset; the first few. */
  readonly wrongOffsets: readonly number[];
  /** White space removed: our text, and the texts that are laid out and seen, from where they differ first. */
  readonly difference: { readonly at: number; readonly ours: string; readonly laidOut: string } | null;
}

/** @returns null for a page without a body */
export function checkMap(): MapCheck | null {
  const body = runSteps(findBody(document, new URL(location.href), listTexts(document)));
  if (!body || body === 'too-large') return null;
  const { root, isSkipped, isShell } = body;
  const map = readText(root, { appearanceOf: computedAppearance, isSkipped, isShell });
  const ours = bare(map.text);
  const laidOut = bare(textLaidOut(root, isSkipped, isShell));
  return { characters: map.text.length, wrongOffsets: wrongOffsets(map), difference: firstDifference(ours, laidOut) };
}

const MOST_TOLD = 5;

/** A place is asked for on the side where its character stands; a line end has one only before it. */
function wrongOffsets(map: TextMap): number[] {
  const wrong: number[] = [];
  const lineEnds = new Set(map.lines.map(({ end }) => end));
  for (let offset = 0; offset <= map.text.length && wrong.length < MOST_TOLD; offset++) {
    const place = positionAt(map, offset, lineEnds.has(offset) ? 'end' : 'start');
    if (place ? offsetAt(map, place.node, place.offset) !== offset : map.text !== '') wrong.push(offset);
  }
  return wrong;
}

/** Ruby readings, form text, and what is embedded: laid out, and no text of an article. */
const NO_TEXT = 'rt, rp, button, select, option, datalist, textarea, meter, progress, object, svg, math, video, audio';

/** The texts that have client rects and are not invisible, found by asking for each of them alone. */
function textLaidOut(
  root: Element,
  isSkipped: (element: Element) => boolean,
  isShell: (element: Element) => boolean,
): string {
  const range = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!holder || isShell(holder) || holder.closest(NO_TEXT) || isOut(holder, root, isSkipped)) continue;
    range.selectNodeContents(node);
    if (range.getClientRects().length === 0 || getComputedStyle(holder).visibility !== 'visible') continue;
    text += node.nodeValue ?? '';
  }
  return text;
}

function isOut(holder: Element, root: Element, isSkipped: (element: Element) => boolean): boolean {
  for (let at: Element | null = holder; at && at !== root; at = at.parentElement) if (isSkipped(at)) return true;
  return false;
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

const SHOWN = 40;

function firstDifference(ours: string, laidOut: string): MapCheck['difference'] {
  if (ours === laidOut) return null;
  let at = 0;
  while (ours[at] === laidOut[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 10), at + SHOWN);
  return { at, ours: around(ours), laidOut: around(laidOut) };
}
