// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { takeFirstLook } from '../../../../core/page/first-look';
import type { SignalCode } from '../../../../core/page/signals';
import { pageOf } from '../../support/pages';

const look = (url: string, head = '') => takeFirstLook(pageOf('', head), new URL(url));
const codes = (url: string, head?: string) => look(url, head).signals.map(({ code }) => code);

/** What an address alone says, on a host that says nothing. */
const ADDRESSES: [path: string, code: SignalCode | null][] = [
  ['/zwyw/lldy/t20220210_1001.html', 'address-article'], // TRS
  ['/zhengce/content/2020-07/20/content_5528320.htm', 'address-article'], // 中国政府网
  ['/zhengce/zhengceku/202307/content_6893763.htm', 'address-article'],
  ['/xxgk/post_123456.html', 'address-article'], // 开普云
  ['/art/2022/2/10/art_1229_5678.html', 'address-article'], // 大汉
  ['/info/1032/3452.htm', 'address-article'], // 博达
  ['/n1/2022/0210/c1001-32349.html', null],
  ['/2022-02/10/c_1128.htm', 'address-article'],
  ['/', 'address-home'],
  ['/index.html', 'address-home'],
  ['/default.aspx', 'address-home'],
  ['/zwyw/index_3.html', 'address-list'],
  ['/col/col1234/index.html', 'address-list'],
  ['/zwyw/list.html', 'address-list'],
  ['/node_7.htm', 'address-list'],
  ['/zwyw/', null],
  ['/show.aspx?id=1024', null],
  ['/about/t.html', null],
];

const META: [what: string, head: string, codes: SignalCode[]][] = [
  [
    'an article of the national standard',
    '<meta name="ArticleTitle" content="通知"><meta name="PubDate" content="2022-02-10">',
    ['meta-article-title', 'meta-publication-date'],
  ],
  ['names in any case', '<META NAME="articletitle" CONTENT="通知">', ['meta-article-title']],
  ['a title that is empty', '<meta name="ArticleTitle" content=" ">', []],
  ['a column', '<meta name="ColumnName" content="要闻">', ['meta-column-only']],
  [
    'a column of an article',
    '<meta name="ColumnName" content="要闻"><meta name="ArticleTitle" content="通知">',
    ['meta-article-title'],
  ],
  ['a page that calls itself an article', '<meta name="PageType" content="1">', ['page-type-article']],
  ['a page that calls itself a list', '<meta name="PageType" content="2">', ['page-type-list']],
  ['the mark of a government site', '<meta name="SiteIDCode" content="6109219999">', ['site-id-code']],
];

const CANDIDATES: [what: string, url: string, head: string, authority: string, candidate: boolean][] = [
  ['a government page', 'http://www.hanyin.gov.cn/zwyw/t1.html', '', 'government', true],
  ['a page of official media', 'http://www.news.cn/politics/c.htm', '', 'official-media', true],
  ['the home page of a government', 'http://www.hanyin.gov.cn/', '', 'government', false],
  ['any other page', 'http://www.example.com/t1.html', '', 'elsewhere', false],
  [
    'any other page that marks an article',
    'http://www.example.com/t1.html',
    '<meta name="ArticleTitle" content="通知">',
    'elsewhere',
    true,
  ],
  [
    'a government site under another name',
    'http://www.example.com/t1.html',
    '<meta name="SiteIDCode" content="6109219999">',
    'government',
    true,
  ],
  ['a host that only looks like a government', 'http://www.gov.cn.example.com/t1.html', '', 'elsewhere', false],
];

describe('the first look', () => {
  test.each(ADDRESSES)('at the address %s: %s', (path, code) => {
    expect(codes(`http://www.example.com${path}`)).toEqual(code ? [code] : []);
  });

  test.each(META)('at %s', (_, head, expected) => expect(codes('http://www.example.com/a/b', head)).toEqual(expected));

  test.each(CANDIDATES)('at %s', (_, url, head, authority, candidate) => {
    expect(look(url, head)).toMatchObject({ authority, candidate });
  });

  test('names the host that speaks for a page', () => {
    expect(look('http://www.hanyin.gov.cn/zwyw/').signals).toEqual([
      { code: 'host-government', weight: 0, detail: 'www.hanyin.gov.cn' },
    ]);
  });
});
