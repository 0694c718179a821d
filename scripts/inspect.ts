/**
 * `npm run inspect -- FILE.html --url URL`: what Yandu makes of a saved page, as one JSON object on stdout. The same
 * core as in the extension; exit status 2 and one line on stderr for a file that cannot be read.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { outlineOf } from '../core/document/outline';
import { compilePacks } from '../core/glossary/compile';
import { findTerms } from '../core/glossary/match';
import { type Concept, type Pack, parsePack } from '../core/glossary/pack';
import { leftmostLongest } from '../core/glossary/term-match';
import { extract } from '../core/page/extract';
import type { FactName } from '../core/page/fact';
import { FACT_NAMES } from '../core/page/fact';
import { recognise } from '../core/page/recognise';
import { markupAppearanceOf } from '../core/text/appearance';
import { decodePage, parsePage } from './lib/parse-page';

const USAGE = 'Usage: npm run inspect -- FILE.html --url URL';

class Unreadable extends Error {}

export function main(args: string[]): number {
  try {
    const { file, url } = readArguments(args);
    process.stdout.write(`${JSON.stringify(inspect(readFile(file), url), null, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function readArguments(args: string[]): { file: string; url: URL } {
  const { values, positionals } = parseArgs({ args, options: { url: { type: 'string' } }, allowPositionals: true });
  const [file] = positionals;
  if (!file || !values.url || !URL.canParse(values.url)) throw new Unreadable(USAGE);
  return { file, url: new URL(values.url) };
}

function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Unreadable(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readBuiltInPack(): Pack {
  const parsed = parsePack(JSON.parse(readFileSync('assets/glossaries/national.json', 'utf8')));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.pack;
}

/** What Yandu makes of a page's bytes. */
export function inspect(bytes: Uint8Array, url: URL): object {
  const document = parsePage(decodePage(bytes));
  const recognised = recognise(document, url);
  const extraction = recognised.kind === 'article' ? extract(document, url, markupAppearanceOf(document)) : null;
  if (!extraction?.ok) return { recognised, article: null, terms: [] };
  const { facts, attachments, map } = extraction.article;
  const values = Object.fromEntries(FACT_NAMES.map((name: FactName) => [name, facts[name]?.value ?? null]));
  return {
    recognised,
    article: { ...values, facts, attachments, outline: outlineOf(map), text: map.text, length: map.text.length },
    terms: termsIn(map.text),
  };
}

function termsIn(text: string): object[] {
  const pack = readBuiltInPack();
  const concepts = new Map<string, Concept>(pack.concepts.map((concept) => [concept.id, concept]));
  return leftmostLongest(findTerms(compilePacks([pack]), text)).map(({ start, end, conceptId }) => ({
    start,
    end,
    text: text.slice(start, end),
    termId: conceptId,
    term: concepts.get(conceptId)?.senses[0]?.labels.preferred ?? conceptId,
  }));
}
