/** Pages for tests, parsed as `npm run inspect` parses them: the standard's tree, no global window. */
import { readFileSync } from 'node:fs';
import { parsePage } from '../../../scripts/lib/parse-page';

/** Pages of tests/pages, with the addresses that they would stand at. */
export const SAMPLE_ADDRESSES = {
  'county-article': new URL('http://www.hanyin.gov.cn/zwyw/lldy/t20220210_1001.html'),
  'county-form': new URL('http://www.hanyin.gov.cn/show.aspx?id=1024'),
  'county-home': new URL('http://www.hanyin.gov.cn/'),
  'county-list': new URL('http://www.hanyin.gov.cn/zwyw/hyyw/'),
  'key-logger': new URL('http://www.hanyin.gov.cn/zwyw/lldy/dy.html'),
  'plain-notice': new URL('http://www.hanyin.gov.cn/tzgg/2023/12.htm'),
} as const;

export type SamplePage = keyof typeof SAMPLE_ADDRESSES;

export function loadPage(name: SamplePage): Document {
  return parsePage(readFileSync(`tests/pages/${name}.html`, 'utf8'));
}

/** A page with just this in its body, and this in its head. */
export function pageOf(body: string, head = ''): Document {
  return parsePage(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);
}
