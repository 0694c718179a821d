/** The pages of tests/pages/reading and what a reader sees on them; the labels are explained in the README there. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FactName } from '../../../core/page/fact';
import type { Authority, PageKind } from '../../../core/page/signals';
import { decodePage, parsePage } from '../../../scripts/lib/parse-page';

export interface ExpectedBody {
  readonly first?: string;
  readonly last?: string;
  readonly contains?: readonly string[];
  readonly excludes?: readonly string[];
  readonly once?: readonly string[];
  readonly empty?: true;
  readonly images?: number;
}

/** Labels of one page; `null` says that the page has no such fact though it looks as if. */
export interface ExpectedPage extends Partial<Record<FactName, string | null>> {
  readonly file: string;
  readonly url: string;
  readonly kind: PageKind;
  readonly kindAlso?: readonly PageKind[];
  readonly authority: Authority;
  readonly why?: string;
  readonly titleAlso?: readonly string[];
  readonly docNumberAlso?: readonly string[];
  readonly metaPublishedAt?: string;
  readonly attachments?: readonly { readonly name: string; readonly href: string }[];
  readonly pages?: number;
  readonly outline?: readonly string[];
  readonly body?: ExpectedBody;
}

const FOLDER = new URL('../../pages/reading/', import.meta.url);

export const EXPECTED_PAGES: readonly ExpectedPage[] = JSON.parse(readFileSync(path('expected.json'), 'utf8'));

/** A fresh document of one of the pages. */
export function openReadingPage(file: string): Document {
  return parsePage(decodePage(readFileSync(path(file))));
}

function path(file: string): string {
  return fileURLToPath(new URL(file, FOLDER));
}
