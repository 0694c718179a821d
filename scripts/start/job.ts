import { readFileSync } from 'node:fs';

/** What start.mjs has found out. */
export interface Job {
  product: 'chrome' | 'edge' | 'chromium' | 'firefox';
  family: 'chromium' | 'firefox';
  /** The browser's binary. */
  path: string;
  /** Folder of the built extension. */
  extension: string;
  /** The profile that a desktop browser keeps between starts. */
  profile: string;
}

export const ARTICLE_HOST = 'www.hanyin.gov.cn';
export const ARTICLE_URL = `http://${ARTICLE_HOST}/zwyw/lldy/t20220210_1001.html`;

export function readArticle(): Buffer {
  return readFileSync('tests/pages/county-article.html');
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
