/** Annotations in the terms of the W3C Web Annotation Data Model, as they are stored and travel. */
import * as v from 'valibot';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
/** The longest passage that may be marked: more is a copy of the document, not a highlight. */
export const LONGEST_QUOTE = 100_000;

export const textQuoteSelector = v.strictObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_QUOTE)),
  prefix: v.pipe(v.string(), v.maxLength(200)),
  suffix: v.pipe(v.string(), v.maxLength(200)),
});

export const textPositionSelector = v.pipe(
  v.strictObject({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
  v.check(({ start, end }) => start <= end, 'ends before it starts'),
);

export const target = v.strictObject({ quote: textQuoteSelector, position: textPositionSelector });

/** The five colours by number: 任务 时限 责任主体 新提法 疑问. */
export const COLOURS = [1, 2, 3, 4, 5] as const;
export const colour = v.picklist(COLOURS);
export type Colour = v.InferOutput<typeof colour>;

export const note = v.pipe(v.string(), v.maxLength(100_000));

export type TextQuoteSelector = v.InferOutput<typeof textQuoteSelector>;
export type TextPositionSelector = v.InferOutput<typeof textPositionSelector>;
export type Target = v.InferOutput<typeof target>;

/** What a page, the panel or an export needs of an annotation to show it. */
export const annotationView = v.object({
  id: v.string(),
  documentId: v.string(),
  target,
  colour,
  body: v.string(),
  created: v.number(),
  modified: v.number(),
});
export type AnnotationView = v.InferOutput<typeof annotationView>;
