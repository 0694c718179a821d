/**
 * The outline of a document: its headings as marked up, as styled, and as numbered. Order of the numbering levels by
 * GB/T 9704—2012, 7.3.3: 一、（一）1.（1）; of laws and rules: 编 章 节 条.
 */
import { attribute, tagName } from '../dom/safe';
import type { Line, TextMap } from '../text/text-map';

export interface Heading {
  /** 1 is the highest in this document. */
  readonly level: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A heading is short and does not read on. */
const LONGEST = 60;

const NUMBERED: ReadonlyArray<readonly [rank: number, form: RegExp]> = [
  [2, /^第[一二三四五六七八九十百零〇\d]+编/],
  [3, /^第[一二三四五六七八九十百零〇\d]+章/],
  [4, /^第[一二三四五六七八九十百零〇\d]+节/],
  [5, /^[一二三四五六七八九十]{1,3}、/],
  [6, /^[（(][一二三四五六七八九十]{1,3}[）)]/],
  [7, /^\d{1,2}[.．、](?!\d)/],
  [3, /^附\s*件\s*\d*\s*[：:]?/],
];

const TAG_RANK: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };
/** Centred or bold lines without a number stand above numbered ones. */
const STYLED_RANK = 2;

/** Headings in the order of the text; levels run from 1 without gaps. */
export function outlineOf(map: TextMap): Heading[] {
  const ranked = map.lines.flatMap((line) => {
    const text = map.text.slice(line.start, line.end).trim();
    const rank = rankOf(line, text);
    return rank === null ? [] : [{ rank, text: headingText(text), start: line.start, end: line.end }];
  });
  const ranks = [...new Set(ranked.map(({ rank }) => rank))].sort((a, b) => a - b);
  return ranked.map(({ rank, ...heading }) => ({ level: ranks.indexOf(rank) + 1, ...heading }));
}

function rankOf(line: Line, text: string): number | null {
  if (text.length === 0) return null;
  const tag = TAG_RANK[tagName(line.element)];
  if (tag !== undefined && text.length <= LONGEST * 2) return tag;
  const numbered = NUMBERED.find(([, form]) => form.test(text));
  if (numbered) return headingText(text).length <= LONGEST ? numbered[0] : null;
  const readsOn = /[。；，,;：:]$/.test(text) || /[。；]/.test(text);
  return text.length <= LONGEST / 2 && !readsOn && isStyled(line.element) ? STYLED_RANK : null;
}

/** 「（一）加强领导。各地要……」: the heading ends with its first sentence, the paragraph goes on. */
function headingText(text: string): string {
  const sentence = /^[^。；]{2,60}。(?=.)/.exec(text)?.[0];
  return (sentence ?? text).replace(/[。：:]$/, '');
}

const CENTRED = /text-align\s*:\s*center/i;
const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/i;

/** Centred and bold, or centred in a larger size: how an editor makes a heading without the tag. */
function isStyled(element: Element): boolean {
  const style = attribute(element, 'style') ?? '';
  const centred = CENTRED.test(style) || attribute(element, 'align')?.toLowerCase() === 'center';
  const bold = BOLD.test(style) || element.querySelector('b, strong, [style*="bold"]') !== null;
  const sized = element.querySelector('[style*="font-size"]');
  const large = /font-size\s*:\s*(?:1[89]|[2-9]\d)\s*(?:px|pt)/i.test(
    style + (sized ? (attribute(sized, 'style') ?? '') : ''),
  );
  return (centred && (bold || large)) || (bold && large);
}
