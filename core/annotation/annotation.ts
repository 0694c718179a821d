/** Annotations in the terms of the W3C Web Annotation Data Model, as they are stored and travel. */
import * as v from 'valibot';
import { COLOURS } from './colour';
import { LONGEST_QUOTE } from './longest-quote';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

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

export const colour = v.picklist(COLOURS);

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
