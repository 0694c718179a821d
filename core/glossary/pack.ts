/**
 * The glossary format: pack → concept → senses → labels. Packs are data of the product and files that readers exchange;
 * docs/glossary-format.md describes them field by field.
 */
import * as v from 'valibot';

/** Rises with every change of the format that an older reader would misunderstand. */
export const PACK_SCHEMA = 1;

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
/** A year, a month or a day: as exact as the source is. */
const date = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

const labels = v.strictObject({
  /** 标准形 */
  preferred: text(64),
  /** 别名: other forms that a reader takes for the same term. */
  alternative: v.optional(v.array(text(64))),
  /** 匹配用变体: forms to find, never to show as right. */
  hidden: v.optional(v.array(text(64))),
  /** Those of the above that stand everywhere in another meaning, and are the term only in quotation marks: “三保”. */
  quoted: v.optional(v.array(text(64))),
});

const origin = v.strictObject({
  occasion: v.optional(text(200)),
  body: v.optional(text(120)),
  /** 提出或成文 */
  date: v.optional(date),
  /** 公布, where it differs */
  published: v.optional(date),
});

const basis = v.strictObject({
  title: text(200),
  /** 发文字号; only where it was verified. */
  number: v.optional(text(60)),
  date: v.optional(date),
});

const validity = v.strictObject({
  state: v.picklist(['in-force', 'ended', 'superseded', 'evolved', 'renamed']),
  note: v.optional(text(200)),
  from: v.optional(date),
  until: v.optional(date),
  /** Preferred label of the successor. */
  by: v.optional(text(64)),
});

const when = v.strictObject({
  near: v.optional(v.array(text(40))),
  regions: v.optional(v.array(text(20))),
  from: v.optional(date),
  until: v.optional(date),
});

const source = v.strictObject({
  title: v.optional(text(300)),
  url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//), v.maxLength(500))),
});

const sense = v.strictObject({
  labels,
  /** Tells senses of one label apart, in a few characters. */
  gloss: v.optional(text(24)),
  /** One sentence in the 「指……」 manner. */
  definition: text(300),
  parts: v.optional(v.array(text(200))),
  origin: v.optional(origin),
  basis: v.optional(v.array(basis)),
  validity: v.optional(validity),
  /** Where a local term holds. */
  regions: v.optional(v.array(text(20))),
  /** What chooses this sense among those of its label. */
  when: v.optional(when),
  note: v.optional(text(300)),
  translation: v.optional(v.strictObject({ en: text(300), confidence: v.picklist(['verified', 'probable']) })),
  sources: v.array(source),
  /** `verified`: held against a source; `probable`: written from knowledge, not yet held against one. Shown to the reader. */
  confidence: v.picklist(['verified', 'probable']),
  /** Fields that nobody has held against a source. */
  unverified: v.optional(v.array(text(40))),
  reviewed: date,
});

const concept = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  category: text(24),
  type: v.picklist(['numeric', 'policy', 'meeting', 'body', 'programme', 'local', 'figurative', 'concept']),
  senses: v.pipe(v.array(sense), v.minLength(1)),
});

export const packSchema = v.strictObject({
  schema: v.literal(PACK_SCHEMA),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  title: v.strictObject({ 'zh-CN': text(60), en: text(120) }),
  concepts: v.array(concept),
});

export type Pack = v.InferOutput<typeof packSchema>;
export type Concept = v.InferOutput<typeof concept>;
export type Sense = v.InferOutput<typeof sense>;

/** Reads a pack; says where it is wrong instead of taking half of it. */
export function parsePack(data: unknown): { ok: true; pack: Pack } | { ok: false; reason: string } {
  const result = v.safeParse(packSchema, data);
  if (result.success) return { ok: true, pack: result.output };
  const issue = result.issues[0];
  return { ok: false, reason: `${v.getDotPath(issue) ?? 'pack'}: ${issue.message}` };
}

export interface FoundForm {
  readonly form: string;
  /** Counts only between quotation marks: “三保” is the term, the same two characters in “三保障” are not. */
  readonly quoted: boolean;
}

/** All forms under which a sense is found in texts. */
export function formsOf({ labels }: Sense): FoundForm[] {
  const forms = [labels.preferred, ...(labels.alternative ?? []), ...(labels.hidden ?? [])];
  return forms.map((form) => ({ form, quoted: labels.quoted?.includes(form) ?? false }));
}
