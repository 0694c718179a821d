/** The longest passage that may be marked: more is a copy of the document, not a highlight. */
export const LONGEST_QUOTE = 100_000;
