/**
 * `npm run evaluate [-- FOLDER] [--browser [chrome|firefox]] [--json]`: how well pages are read, against labels, and
 * whether real browsers read them as Node does. Fails below the thresholds; the last line is `N passed, N failed`, a
 * threshold counting as one.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../tests/browser/driver/types';
import { judgeAgreement } from './evaluate/agreement';
import { readCorpus } from './evaluate/corpus';
import { judgeCorpus } from './evaluate/judge';
import { report } from './evaluate/report';

const DEFAULT_FOLDER = '../shared/pages';
const BROWSERS: readonly BrowserName[] = ['chrome', 'firefox'];

export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean' }, browser: { type: 'boolean' } },
    allowPositionals: true,
  });
  const named = BROWSERS.filter((name) => values.browser && positionals.includes(name));
  const folder = positionals.find((word) => !named.some((name) => name === word)) ?? DEFAULT_FOLDER;
  if (!existsSync(join(folder, 'manifest.jsonl'))) {
    process.stderr.write(`${folder} holds no manifest.jsonl; name a folder of labelled pages.\n`);
    return 2;
  }
  const corpus = readCorpus(folder);
  const { judged, ...judgement } = judgeCorpus(corpus);
  const agreement = values.browser ? await judgeAgreement(corpus, named.length > 0 ? named : BROWSERS) : null;
  const thresholds = [...judgement.thresholds, ...(agreement?.thresholds ?? [])];
  const misses = [...judgement.misses, ...(agreement?.misses ?? [])];
  const failed = thresholds.filter(({ value, least }) => value < least);
  const counts = { passed: thresholds.length - failed.length, failed: failed.length };
  if (values.json) {
    const pages = judged.map(({ page, reading, body }) => ({ file: page.file, kind: page.kind, ...reading, body }));
    const browsers = agreement?.pages ?? null;
    process.stdout.write(`${JSON.stringify({ folder, ...counts, thresholds, misses, pages, browsers }, null, 2)}\n`);
  } else {
    process.stdout.write(`${report({ judged, thresholds, misses })}\n`);
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
  }
  return failed.length === 0 ? 0 : 1;
}
