/** Reads the facts of an article from wherever the page tells them, and chooses the surest. */

import { squeeze } from '../dom/short-text';
import { findColumn } from './breadcrumb';
import { normaliseDate } from './dates';
import { findDocumentNumber, isDocumentNumberLine, normaliseDocumentNumber } from './document-number';
import { FACT_NAMES, type Fact, type FactName, type Facts } from './fact';
import { type FoundFact, findLabelledFacts } from './labelled-facts';
import { readMetaTags } from './meta-tags';
import { listTexts, type PageText } from './page-texts';
import { findSignature } from './signature';
import { findStandaloneNumber } from './standalone-number';
import { findTermsOfForce } from './terms-of-force';
import { findSubtitle, findTitle } from './title';
import { findUnlabelledDate } from './unlabelled-date';

/** What is known of the body when facts are read. */
export interface BodyContext {
  /** Whether an element is part of the article's own text; labels there are its matter, not facts about it. */
  readonly isBody: (element: Element) => boolean;
  /** Lines of the body: at its head a document carries its number, at its foot who signed it and when. */
  readonly lines: readonly string[];
}

const NO_BODY: BodyContext = { isBody: () => false, lines: [] };

const SURE = { table: 0.97, line: 0.92, heading: 0.9, meta: 0.85, title: 0.6, body: 0.8, reader: 1 } as const;

/** Reads the facts of a page. */
export function readFacts(
  document: Document,
  body: BodyContext = NO_BODY,
  texts: readonly PageText[] = listTexts(document),
): Facts {
  const labelledFacts = findLabelledFacts(texts, matterOf(body));
  const found: Candidate[] = [
    ...labelledFacts.filter(({ element, from }) => from === 'table' || !body.isBody(element)).map(candidateOf),
    ...metaCandidates(document),
    ...force(body.lines),
    ...ownNumber(texts, body.lines),
    ...signature(body.lines),
  ];
  const labelled = choose(found.filter(({ name, value }) => name === 'title' && value));
  const line = labelledFacts.find(({ name, from }) => from === 'line' && LINE_FACTS.has(name));
  const title = findTitle(document, labelled ?? undefined, line?.element);
  found.push(...unlabelledDate(texts, body, title?.value), ...breadcrumb(texts, title?.value));
  const facts: Facts = {};
  for (const name of FACT_NAMES) {
    const fact = choose(found.filter((candidate) => candidate.name === name && candidate.value));
    if (fact) facts[name] = fact;
  }
  if (title) facts.title = title;
  const subtitle = title && findSubtitle(document, title.value);
  if (subtitle) facts.subtitle = subtitle;
  return facts;
}

/** The words of a long body are its matter; a short one may stand in one line with its facts. */
function matterOf({ isBody, lines }: BodyContext): (element: Element) => boolean {
  return lines.length > MATTER_LINES ? isBody : () => false;
}

const MATTER_LINES = 8;

/** What the line under a title says. */
const LINE_FACTS: ReadonlySet<FactName> = new Set(['source', 'publishedAt', 'author']);

interface Candidate {
  readonly name: FactName;
  readonly value: string;
  readonly from: Fact['from'];
  readonly sure: number;
}

function candidateOf({ name, value, from }: FoundFact): Candidate {
  return { name, value: normalise(name, value), from, sure: SURE[from] };
}

const DATES: ReadonlySet<FactName> = new Set(['publishedAt', 'writtenAt', 'effectiveAt', 'expiresAt']);
/** Longer than any name of a body, of a person, or of several of them. */
const LONGEST_NAME = 60;

/** The value in its usual form; '' when it cannot be what its label says. */
function normalise(name: FactName, value: string): string {
  const text = squeeze(value).replace(/^[\u3000\s]+|[\u3000\s]+$/g, '');
  if (DATES.has(name)) return normaliseDate(text);
  if (name === 'docNumber') return findDocumentNumber(text) ?? (/号$/.test(text) ? normaliseDocumentNumber(text) : '');
  if (name === 'source' || name === 'author' || name === 'issuingBody') {
    const named = text
      .replace(/^(?:来源|作者)\s*[：:]/, '')
      .replace(/^[-—\s]+|[-—\s]+$/g, '')
      .replace(/[ \u3000]{2,}/g, ' ');
    return named.length <= LONGEST_NAME && !/^[\d\s:：-]*$/.test(named) ? named : '';
  }
  // A search box has labels, too, and they follow one another.
  return /[：:]$/.test(text) ? '' : text;
}

const META: ReadonlyArray<readonly [FactName, readonly string[], number]> = [
  ['title', ['articletitle'], 0.95],
  [
    'publishedAt',
    [
      'pubdate',
      'firstpublishedtime',
      'publishdate',
      'article:published_time',
      'govuk:first-published-at',
      'dcterms.issued',
      'dcterms.date',
      'dcterms.created',
      'dc.date.issued',
      'dc.date',
    ],
    SURE.meta,
  ],
  ['source', ['contentsource'], SURE.meta],
  ['source', ['source'], 0.7],
  ['author', ['author'], 0.6],
  ['column', ['columnname', 'lanmu'], 0.9],
  ['site', ['sitename'], 0.9],
  ['keywords', ['keywords'], 0.5],
];

function metaCandidates(document: Document): Candidate[] {
  const meta = readMetaTags(document);
  return META.flatMap(([name, tags, sure]) => {
    const value = tags.map((tag) => meta.get(tag)).find(Boolean);
    return value ? [{ name, value: normalise(name, value), from: 'meta' as const, sure }] : [];
  });
}

function unlabelledDate(texts: readonly PageText[], { isBody }: BodyContext, title: string | undefined): Candidate[] {
  const found = findUnlabelledDate(texts, { isBody, title });
  return found ? [{ name: 'publishedAt', value: found.date, from: 'line', sure: found.certain ? 0.88 : 0.7 }] : [];
}

function breadcrumb(texts: readonly PageText[], title: string | undefined): Candidate[] {
  const column = findColumn(texts, title);
  return column ? [{ name: 'column', value: column, from: 'line', sure: 0.8 }] : [];
}

function force(bodyLines: readonly string[]): Candidate[] {
  const { from, until } = findTermsOfForce(bodyLines);
  return [
    { name: 'effectiveAt', value: from, from: 'body', sure: 0.7 },
    { name: 'expiresAt', value: until, from: 'body', sure: 0.7 },
  ];
}

/** How deep into a document its own number may stand: after a letterhead, before the title. */
const NUMBER_LINES = 4;

function ownNumber(texts: readonly PageText[], bodyLines: readonly string[]): Candidate[] {
  const lines = bodyLines.slice(0, NUMBER_LINES);
  // Orders are set on two lines: 某某人民政府令 / 第179号.
  const orders = lines.map((line, i) =>
    /^第\s*\d+\s*号$/.test(lines[i + 1]?.trim() ?? '') ? line + lines[i + 1] : '',
  );
  const line = [...lines, ...orders].find(isDocumentNumberLine);
  const value = line && findDocumentNumber(line);
  if (value) return [{ name: 'docNumber', value, from: 'body', sure: SURE.body }];
  const standing = findStandaloneNumber(texts);
  return standing ? [{ name: 'docNumber', value: standing, from: 'line', sure: 0.75 }] : [];
}

function signature(bodyLines: readonly string[]): Candidate[] {
  const found = findSignature(bodyLines);
  if (!found) return [];
  return [
    { name: 'issuingBody', value: found.bodies.join(' '), from: 'body', sure: 0.7 },
    { name: 'writtenAt', value: found.date, from: 'body', sure: 0.75 },
  ];
}

/** The surest value, of equals the first on the page; the others are kept beside it. */
function choose(candidates: readonly Candidate[]): Fact | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) if (!best || candidate.sure > best.sure) best = candidate;
  if (!best) return null;
  const { value, from, sure } = best;
  const others = [...new Set(candidates.map((candidate) => candidate.value))].filter((other) => other !== value);
  return others.length > 0 ? { value, from, sure, others: others.slice(0, 4) } : { value, from, sure };
}
