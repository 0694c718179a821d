/** A term found in a text; apart from the finding, which only the worker does. */

/** A term in a text: `[start, end)` in the original string. */
export interface TermMatch {
  readonly start: number;
  readonly end: number;
  readonly conceptId: string;
}

/**
 * What is shown of all matches: the leftmost, and of those the longest; the rest is nested in it or overlaps it.
 * @param matches as {@link findTerms} gives them
 */
export function leftmostLongest(matches: readonly TermMatch[]): TermMatch[] {
  const shown: TermMatch[] = [];
  let end = 0;
  for (const match of matches) {
    if (match.start < end) continue;
    shown.push(match);
    end = match.end;
  }
  return shown;
}
