/** Pages for tests, parsed as `npm run inspect` parses them: the standard's tree, no style sheets, no global window. */
import { readFileSync } from 'node:fs';
import { parsePage } from '../../../scripts/lib/parse-page';

export type SamplePage =
  | 'county-article'
  | 'county-form'
  | 'county-home'
  | 'county-list'
  | 'key-logger'
  | 'plain-notice';

/** A page of tests/pages. */
export function loadPage(name: SamplePage): Document {
  return parsePage(readFileSync(`tests/pages/${name}.html`, 'utf8'));
}

/** A page with just this in its body, and this in its head. */
export function pageOf(body: string, head = ''): Document {
  return parsePage(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);
}
