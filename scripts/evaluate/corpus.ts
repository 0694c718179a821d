/** A folder of saved pages with labels: `manifest.jsonl`, and `govcn-documents/labels.json` where it is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const text = v.nullish(v.string());

const page = v.object({
  file: v.string(),
  kind: v.picklist([
    'gov-article',
    'gov-list',
    'gov-home',
    'gov-other',
    'official-media-article',
    'nongov-article',
    'other',
  ]),
  url: text,
  title: text,
  publishedAt: text,
  source: text,
  docNumber: text,
  body: text,
});
export type LabelledPage = v.InferOutput<typeof page>;

const documentLabels = v.array(
  v.object({
    file: v.string(),
    url: v.string(),
    facts: v.object({
      index: text,
      topic: text,
      organ: text,
      written: text,
      title: text,
      docNumber: text,
      published: text,
      keywords: text,
    }),
  }),
);
export type LabelledDocument = v.InferOutput<typeof documentLabels>[number];

export interface Corpus {
  readonly folder: string;
  readonly pages: readonly LabelledPage[];
  readonly documents: readonly LabelledDocument[];
}

/** @throws when a label does not have the shape that the manifest promises */
export function readCorpus(folder: string): Corpus {
  const lines = readFileSync(join(folder, 'manifest.jsonl'), 'utf8').split('\n');
  const pages = lines.filter((line) => line.trim()).map((line) => v.parse(page, JSON.parse(line)));
  const labels = join(folder, 'govcn-documents', 'labels.json');
  const documents = existsSync(labels) ? v.parse(documentLabels, JSON.parse(readFileSync(labels, 'utf8'))) : [];
  return { folder, pages, documents };
}

/**
 * The address of a page as far as its label tells it: some labels name only a site. A page without one is judged by
 * what stands in it, under a host that says nothing.
 */
export function addressOf(label: string | null | undefined): URL {
  const whole = /https?:\/\/\S+/.exec(label ?? '')?.[0];
  if (whole && URL.canParse(whole)) return new URL(whole);
  const host = /(?:[\w-]+\.)+[a-z]{2,}/i.exec(label ?? '')?.[0];
  return new URL(`http://${host ?? 'unknown.invalid'}/page`);
}
