// @vitest-environment node
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CHROME_ID, CHROME_KEY, FIREFOX_ID } from '../../../core/identity';
import { authorityOfHost, KNOWN_DOMAINS, REQUIRED_MATCHES } from '../../../core/sites';

const HOSTS: [host: string, authority: ReturnType<typeof authorityOfHost>][] = [
  ['www.gov.cn', 'government'],
  ['gov.cn', 'government'],
  ['www.hanyin.gov.cn', 'government'],
  ['news.cn', 'official-media'],
  ['www.news.cn', 'official-media'],
  ['paper.people.com.cn', 'official-media'],
  ['mygov.cn', 'elsewhere'],
  ['gov.cn.example.com', 'elsewhere'],
  ['www.gov.com', 'elsewhere'],
  ['people.com.cn.evil.org', 'elsewhere'],
  ['com.cn', 'elsewhere'],
  ['cn', 'elsewhere'],
  ['localhost', 'elsewhere'],
  ['', 'elsewhere'],
];

describe('sites', () => {
  test.each(HOSTS)('%s: %s', (host, authority) => expect(authorityOfHost(host)).toBe(authority));

  test('are asked for once each, by domain, on http and https alone', () => {
    expect(new Set(REQUIRED_MATCHES).size).toBe(KNOWN_DOMAINS.size);
    for (const match of REQUIRED_MATCHES) expect(match).toMatch(/^\*:\/\/\*\.[a-z0-9]+(\.[a-z]+)+\/\*$/);
  });

  test('never contain one another: no pattern would be needed twice', () => {
    for (const domain of KNOWN_DOMAINS.keys())
      expect([...KNOWN_DOMAINS.keys()].filter((other) => other.endsWith(`.${domain}`))).toEqual([]);
  });
});

describe('identity', () => {
  test('the Chrome id follows from the key', () => {
    const digest = createHash('sha256').update(Buffer.from(CHROME_KEY, 'base64')).digest('hex');
    const id = [...digest.slice(0, 32)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
    expect(id).toBe(CHROME_ID);
  });

  test('never changes: readers would lose their databases', () => {
    expect([FIREFOX_ID, CHROME_ID]).toEqual(['yandu@yandu-reader.org', 'nhkajlpmlocdbnphihfomemihplokmmn']);
  });
});
