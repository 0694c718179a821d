/** Holds what we read of labelled pages against their labels: a threshold for each promise, a line for each miss. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactName } from '../../core/page/fact';
import { type BodyScore, scoreBody } from './body-score';
import { sameDay, sameWords } from './compare';
import type { Corpus, LabelledDocument, LabelledPage } from './corpus';
import { type BareReading, type Reading, readBare, readPage } from './reading';

export interface Judged {
  readonly page: LabelledPage;
  readonly reading: Reading;
  readonly bare: BareReading | null;
  readonly body: { readonly ours: BodyScore; readonly bare: BodyScore } | null;
}

export interface Threshold {
  readonly name: string;
  readonly value: number;
  readonly least: number;
}

interface Tally {
  right: number;
  of: number;
}

export interface Judgement {
  readonly judged: readonly Judged[];
  readonly thresholds: readonly Threshold[];
  readonly misses: readonly string[];
}

export function judgeCorpus(corpus: Corpus): Judgement {
  const misses: string[] = [];
  const judged = corpus.pages.map((page) => judge(corpus, page));
  const thresholds = [
    ...judgeRecognition(judged, misses),
    ...judgeFacts(judged, misses),
    ...judgeBodies(judged, misses),
    ...judgeDocuments(corpus, misses),
  ];
  return { judged, thresholds, misses };
}

const isArticle = ({ kind }: LabelledPage) => kind.endsWith('article');

function judge({ folder }: Corpus, page: LabelledPage): Judged {
  const reading = readPage(folder, page);
  const bare = isArticle(page) ? readBare(folder, page) : null;
  if (!page.body || !bare) return { page, reading, bare, body: null };
  const gold = readFileSync(join(folder, page.body), 'utf8');
  return { page, reading, bare, body: { ours: scoreBody(reading.text, gold), bare: scoreBody(bare.text, gold) } };
}

function judgeRecognition(judged: readonly Judged[], misses: string[]): Threshold[] {
  let hits = 0;
  let missed = 0;
  let false_ = 0;
  for (const { page, reading } of judged) {
    const truth = page.kind === 'gov-article';
    const { kind, authority, score, signals } = reading.recognition;
    const ours = kind === 'article' && authority === 'government';
    if (truth && ours) hits++;
    else if (truth || ours) {
      if (truth) missed++;
      else false_++;
      const why = signals.map(({ code, weight }) => `${code} ${weight}`).join(', ');
      misses.push(`recognise ${page.file}: ${page.kind} taken for ${authority} ${kind} (${score}: ${why})`);
    }
  }
  return [
    { name: 'government articles: precision', value: hits / Math.max(hits + false_, 1), least: 0.99 },
    { name: 'government articles: recall', value: hits / Math.max(hits + missed, 1), least: 0.98 },
  ];
}

/** The share that must be right; on a small folder one page may be wrong where more than none may be. */
const FACTS: readonly { name: FactName; label: 'title' | 'publishedAt' | 'source' | 'docNumber'; share: number }[] = [
  { name: 'title', label: 'title', share: 0.98 },
  { name: 'publishedAt', label: 'publishedAt', share: 1 },
  { name: 'source', label: 'source', share: 0.95 },
  { name: 'docNumber', label: 'docNumber', share: 1 },
];

function judgeFacts(judged: readonly Judged[], misses: string[]): Threshold[] {
  return FACTS.map(({ name, label, share }) => {
    const tally: Tally = { right: 0, of: 0 };
    for (const { page, reading } of judged) {
      const wanted = page[label];
      const ours = reading.facts[name]?.value;
      if (page.kind !== 'gov-article') continue;
      if (!wanted) {
        // A number that is merely cited must not be taken for the page's own.
        if (name !== 'docNumber' || !ours) continue;
        tally.of++;
        misses.push(`${name} ${page.file}: ${ours} (${reading.facts[name]?.from}) where the label has none`);
        continue;
      }
      tally.of++;
      if (label === 'publishedAt' ? sameDay(ours, wanted) : sameWords(ours, wanted)) tally.right++;
      else misses.push(`${name} ${page.file}: ${ours ?? 'none'} instead of ${wanted}`);
    }
    const allowed = share < 1 ? Math.max(1, Math.floor(tally.of * (1 - share))) : 0;
    const value = tally.of ? tally.right / tally.of : 1;
    return {
      name: `${name} (government, ${tally.right} of ${tally.of})`,
      value,
      least: tally.of ? 1 - allowed / tally.of : 1,
    };
  });
}

function judgeBodies(judged: readonly Judged[], misses: string[]): Threshold[] {
  const scored = judged.flatMap(({ page, body }) => (body ? [{ page, ours: body.ours }] : []));
  if (scored.length === 0) return [];
  const government = scored.filter(({ page }) => page.kind === 'gov-article');
  for (const { page, ours } of scored)
    if (ours.f < 0.99 || !ours.startRight || !ours.endRight)
      misses.push(
        `body ${page.file}: F ${ours.f.toFixed(3)} P ${ours.precision.toFixed(3)} R ${ours.recall.toFixed(3)}` +
          `${ours.startRight ? '' : ' start'}${ours.endRight ? '' : ' end'}`,
      );
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  const edges = government.map(({ ours }) => (ours.startRight && ours.endRight ? 1 : 0));
  return [
    { name: 'body: mean F (government)', value: mean(government.map(({ ours }) => ours.f)), least: 0.995 },
    { name: 'body: both edges right (government)', value: mean(edges), least: 0.95 },
    { name: 'body: lowest F (government)', value: Math.min(1, ...government.map(({ ours }) => ours.f)), least: 0.95 },
  ];
}

const DOCUMENT_FACTS: readonly { label: keyof LabelledDocument['facts']; name: FactName; date?: boolean }[] = [
  { label: 'index', name: 'indexNumber' },
  { label: 'topic', name: 'topic' },
  { label: 'organ', name: 'issuingBody' },
  { label: 'written', name: 'writtenAt', date: true },
  { label: 'title', name: 'title' },
  { label: 'docNumber', name: 'docNumber' },
  { label: 'published', name: 'publishedAt', date: true },
  { label: 'keywords', name: 'keywords' },
];

function judgeDocuments({ folder, documents }: Corpus, misses: string[]): Threshold[] {
  if (documents.length === 0) return [];
  const tally: Tally = { right: 0, of: 0 };
  for (const document of documents) {
    const reading = readPage(join(folder, 'govcn-documents'), document);
    for (const { label, name, date } of DOCUMENT_FACTS) {
      const wanted = document.facts[label];
      if (!wanted) continue;
      const ours = reading.facts[name]?.value;
      tally.of++;
      if (date ? sameDay(ours, wanted) : sameWords(ours, wanted)) tally.right++;
      else misses.push(`${name} ${document.file}: ${ours ?? 'none'} instead of ${wanted}`);
    }
  }
  return [{ name: `labelled table fields (${tally.right} of ${tally.of})`, value: tally.right / tally.of, least: 1 }];
}
