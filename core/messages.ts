/**
 * Every message between the worlds of the extension: its shape, who may send it, what comes back. The receiver parses;
 * what does not fit is refused. An open page may run an older build than the worker: shapes only grow, and what cannot
 * be understood any more gets a new version.
 */
import * as v from 'valibot';
import { type AnnotationView, colour, note, target } from './annotation/annotation';
import { LONGEST_TEXT, MESSAGE_VERSION } from './envelope';
import type { Concept } from './glossary/pack';
import type { PackedMatches } from './glossary/packed-matches';
import type { Attachment } from './page/attachments';
import { FACT_NAMES, type FactName, type Facts } from './page/fact';
import type { Recognition } from './page/signals';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const short = v.pipe(v.string(), v.maxLength(500));

const fact = v.strictObject({
  value: short,
  from: v.picklist(['meta', 'table', 'line', 'heading', 'title', 'body', 'reader']),
  sure: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  others: v.exactOptional(v.pipe(v.array(short), v.maxLength(4))),
});

/** One entry a fact: the type makes a forgotten one a compile error, where the strict schema would refuse every page. */
const factEntries = {
  title: v.exactOptional(fact),
  subtitle: v.exactOptional(fact),
  author: v.exactOptional(fact),
  source: v.exactOptional(fact),
  issuingBody: v.exactOptional(fact),
  docNumber: v.exactOptional(fact),
  publishedAt: v.exactOptional(fact),
  writtenAt: v.exactOptional(fact),
  effectiveAt: v.exactOptional(fact),
  expiresAt: v.exactOptional(fact),
  validity: v.exactOptional(fact),
  indexNumber: v.exactOptional(fact),
  topic: v.exactOptional(fact),
  keywords: v.exactOptional(fact),
  column: v.exactOptional(fact),
  site: v.exactOptional(fact),
} satisfies Record<FactName, unknown>;

export const factsSchema = v.strictObject(factEntries) satisfies v.GenericSchema<unknown, Facts>;

const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));

/** Other pages of the same document; those of another site are not believed. */
const addresses = v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(4000))), v.maxLength(50)));

/** What the background answers. */
export const BACKGROUND_REQUESTS = {
  /** The first script saw a page worth reading: put the reader into it. */
  'page.candidate': v.strictObject({}),
  /** What a page shows has changed. Goes to every page of ours too: the panel listens in. */
  'page.changed': v.strictObject({}),
  /** The popup asks to read a page that the reader chose. */
  'page.read-tab': v.strictObject({ tabId: v.number() }),
  /** Claims are made by the background: a page without https has no hashing, and its own word for them is not taken. */
  'article.opened': v.strictObject({ facts: factsSchema, text, addresses }),
  'terms.match': v.strictObject({ text }),
  'terms.explain': v.strictObject({ conceptId: id }),
  'annotation.create': v.strictObject({
    document: v.strictObject({ facts: factsSchema, text, addresses }),
    target,
    colour,
    body: note,
  }),
  'annotation.update': v.pipe(
    v.strictObject({ id, colour: v.exactOptional(colour), body: v.exactOptional(note) }),
    v.check((changes) => 'colour' in changes || 'body' in changes, 'nothing to change'),
  ),
  'annotation.delete': v.strictObject({ id }),
  'operation.undo': v.strictObject({ operationId: id }),
  /** The reader corrects a fact of the document that is open; null takes the correction back. */
  'document.correct': v.strictObject({
    document: v.strictObject({ facts: factsSchema, text, addresses }),
    name: v.picklist(FACT_NAMES),
    value: v.nullable(v.pipe(short, v.minLength(1))),
  }),
  /** Runs Yandu on a site outside the required ones, for which the reader has just given permission. */
  'site.enable': v.strictObject({ host: v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,253}$/)) }),
  /** Opens the panel, with the note of one annotation ready for typing where `edit` names it. */
  'panel.open': v.strictObject({ edit: v.exactOptional(id) }),
} as const;

export type BackgroundRequest = keyof typeof BACKGROUND_REQUESTS;
export type BackgroundInput<K extends BackgroundRequest> = v.InferOutput<(typeof BACKGROUND_REQUESTS)[K]>;

/** Who may send what: scripts in pages, or the extension's own pages. */
export const SENDERS: Readonly<Record<BackgroundRequest, 'page' | 'extension' | 'both'>> = {
  'page.candidate': 'page',
  'page.changed': 'page',
  'page.read-tab': 'extension',
  'article.opened': 'page',
  'terms.match': 'page',
  'terms.explain': 'both',
  'annotation.create': 'page',
  'annotation.update': 'both',
  'annotation.delete': 'both',
  'operation.undo': 'both',
  'document.correct': 'page',
  'site.enable': 'extension',
  'panel.open': 'page',
};

export interface Saved {
  readonly annotation: AnnotationView;
  /** Undoes just this when sent back. */
  readonly operationId: string;
}

export interface BackgroundReplies {
  'page.candidate': null;
  'page.changed': null;
  'page.read-tab': null;
  'article.opened': {
    readonly documentId: string | null;
    readonly annotations: readonly AnnotationView[];
    /** Facts that the reader has corrected. */
    readonly corrected: Facts;
  };
  'terms.match': PackedMatches;
  'terms.explain': Concept | null;
  'annotation.create': Saved;
  'annotation.update': Saved;
  'annotation.delete': { readonly operationId: string };
  'operation.undo': null;
  'document.correct': { readonly operationId: string };
  'site.enable': null;
  'panel.open': { readonly where: 'panel' | 'tab' };
}

/** What the script in a page answers. */
export const PAGE_REQUESTS = {
  'page.state': v.strictObject({}),
  'page.read': v.strictObject({}),
  /** The text as it was read, for `npm run evaluate -- --browser` and for reports of a page read wrongly. */
  'page.text': v.strictObject({}),
  'page.reveal': v.strictObject({ annotationId: id }),
  /** Fetches the other pages of the article and reads them as one. */
  'page.load-all': v.strictObject({}),
  'page.annotations-changed': v.strictObject({ documentId: id }),
  'page.correct': v.strictObject({ name: v.picklist(FACT_NAMES), value: v.nullable(v.pipe(short, v.minLength(1))) }),
} as const;

export type PageRequest = keyof typeof PAGE_REQUESTS;
export type PageInput<K extends PageRequest> = v.InferOutput<(typeof PAGE_REQUESTS)[K]>;

/** Why an article's words are not marked, for the popup. */
export type SilentReason =
  | 'not-article'
  | 'switched-off'
  | 'too-large'
  | 'no-body'
  | 'pictures-only'
  | 'files-only'
  | 'failed'
  | 'reading';

export interface PageState {
  readonly address: string;
  readonly recognition: Recognition;
  readonly article: {
    readonly documentId: string | null;
    readonly facts: Facts;
    readonly attachments: readonly Attachment[];
    /** How many pages the article has, and whether all are read. */
    readonly pages: { readonly count: number; readonly whole: boolean };
    readonly characters: number;
    readonly terms: number;
    /** Where each annotation stands now, or why it does not. */
    readonly anchors: Readonly<Record<string, AnchorState>>;
    /** From recognised to the first marks registered; for bug reports and the bench. */
    readonly milliseconds: number;
  } | null;
  readonly silent: SilentReason | null;
}

export type AnchorState = 'in-place' | 'moved' | 'gone';

export interface PageReplies {
  'page.state': PageState;
  'page.read': null;
  'page.text': { readonly text: string } | null;
  'page.reveal': { readonly shown: boolean };
  'page.load-all': { readonly loaded: boolean };
  'page.annotations-changed': null;
  'page.correct': Reply<BackgroundReplies['document.correct']>;
}

export type FailureReason =
  | 'refused'
  | 'newer-database'
  | 'storage-full'
  | 'storage-failed'
  | 'not-found'
  | 'unreachable';

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: FailureReason };

const envelope = v.strictObject({ yandu: v.literal(MESSAGE_VERSION), type: v.string(), payload: v.unknown() });

export type Parsed<Schemas> = {
  [K in keyof Schemas]: Schemas[K] extends v.GenericSchema<unknown, infer Output>
    ? { readonly type: K; readonly payload: Output }
    : never;
}[keyof Schemas];

/**
 * Reads a message from outside.
 * @returns the request with its payload, or the reason in words for the log
 */
export function parseRequest<Schemas extends Readonly<Record<string, v.GenericSchema>>>(
  schemas: Schemas,
  message: unknown,
): { ok: true; request: Parsed<Schemas> } | { ok: false; why: string } {
  const outer = v.safeParse(envelope, message);
  if (!outer.success) return { ok: false, why: 'no envelope of this version' };
  const { type, payload } = outer.output;
  const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined;
  if (!schema) return { ok: false, why: `unknown request ${type.slice(0, 60)}` };
  const inner = v.safeParse(schema, payload);
  if (!inner.success) {
    const issue = inner.issues[0];
    return { ok: false, why: `${type}: ${v.getDotPath(issue) ?? 'payload'} ${issue.type}` };
  }
  // The schema that belongs to `type` has just accepted the payload.
  return { ok: true, request: { type, payload: inner.output } as Parsed<Schemas> };
}
