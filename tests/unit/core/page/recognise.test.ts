// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { recognise } from '../../../../core/page/recognise';
import { type PageKind, SIGNAL_CODES, type SignalCode } from '../../../../core/page/signals';
import { loadPage, pageOf, SAMPLE_ADDRESSES, type SamplePage } from '../../support/pages';

const SAMPLES: [name: SamplePage, kind: PageKind, because: SignalCode[]][] = [
  ['county-article', 'article', ['meta-article-title', 'address-article', 'body-container', 'prose', 'source-line']],
  ['county-form', 'article', ['meta-article-title', 'prose', 'source-line']],
  ['key-logger', 'article', ['meta-article-title', 'prose']],
  ['plain-notice', 'article', ['prose', 'document-number']],
  ['county-list', 'list', ['meta-column-only', 'dated-links', 'little-prose']],
  ['county-home', 'home', ['address-home', 'meta-column-only', 'little-prose']],
];

const PROSE = `<p>${'为切实做好汛期地质灾害防治工作，最大限度减少人员伤亡和财产损失。'.repeat(60)}</p>`;
const LINKS = `<ul>${'<li><a href="/t.html">县政府召开常务会议</a><span>2022-02-08</span></li>'.repeat(20)}</ul>`;

const MADE: [what: string, url: string, body: string, kind: PageKind][] = [
  ['long prose at the address of an article', 'http://a.gov.cn/t20220210_1.html', PROSE, 'article'],
  ['prose alone', 'http://a.gov.cn/a/b', PROSE, 'other'],
  ['prose beside many dated links', 'http://a.gov.cn/t20220210_1.html', PROSE + LINKS, 'article'],
  ['dated links alone', 'http://a.gov.cn/zwyw/', LINKS, 'list'],
  ['dated links at the address of an article', 'http://a.gov.cn/t20220210_1.html', LINKS, 'list'],
  ['nothing', 'http://a.gov.cn/a/b', '', 'other'],
  ['nothing at the root', 'http://a.gov.cn/', '', 'home'],
  ['prose that is nothing but links', 'http://a.gov.cn/t20220210_1.html', `<p><a href="/">${PROSE}</a></p>`, 'other'],
];

describe('recognising', () => {
  test.each(SAMPLES)('%s: %s', (name, kind, because) => {
    const recognition = recognise(loadPage(name), SAMPLE_ADDRESSES[name]);
    expect(recognition).toMatchObject({ kind, authority: 'government' });
    expect(recognition.signals.map(({ code }) => code)).toEqual(expect.arrayContaining(because));
  });

  test.each(MADE)('%s', (_, url, body, kind) => expect(recognise(pageOf(body), new URL(url)).kind).toBe(kind));

  test('says why: the score is the sum of the signals, each of them known and named once', () => {
    for (const name of Object.keys(SAMPLE_ADDRESSES) as SamplePage[]) {
      const { score, signals } = recognise(loadPage(name), SAMPLE_ADDRESSES[name]);
      expect(score).toBe(signals.reduce((sum, { weight }) => sum + weight, 0));
      const codes = signals.map(({ code }) => code);
      expect(SIGNAL_CODES).toEqual(expect.arrayContaining(codes));
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  test('reads a page without a body', () => {
    const page = pageOf('');
    page.body.remove();
    expect(recognise(page, new URL('http://a.gov.cn/a/b')).kind).toBe('other');
  });
});
