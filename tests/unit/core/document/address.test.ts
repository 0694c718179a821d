// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseAddress } from '../../../../core/document/address';

/** Spellings of one address. */
const SAME: string[][] = [
  ['http://www.hanyin.gov.cn/a/t20220210_1001.html', 'https://hanyin.gov.cn/a/t20220210_1001.html#zoom'],
  [
    'http://www.gov.cn:80/zhengce/',
    'https://www.gov.cn:443/zhengce/index.html',
    'HTTPS://WWW.GOV.CN/zhengce/index.htm',
  ],
  [
    'http://a.gov.cn/show.aspx?id=7',
    'http://a.gov.cn/show.aspx?id=7&utm_source=weixin',
    'http://a.gov.cn/show.aspx?spm=1&id=7',
  ],
  ['http://a.gov.cn/show?id=7&col=3', 'http://a.gov.cn/show?col=3&id=7'],
  ['http://a.gov.cn/%E6%94%BF%E7%AD%96', 'http://a.gov.cn/政策'],
];

/** Addresses of different pages. */
const APART: [string, string][] = [
  ['http://a.gov.cn/show?id=7', 'http://a.gov.cn/show?id=8'],
  ['http://a.gov.cn/show?id=7', 'http://a.gov.cn/show'],
  ['http://a.gov.cn/t1.html', 'http://b.gov.cn/t1.html'],
  ['http://a.gov.cn/t1.html', 'http://a.gov.cn:8080/t1.html'],
  ['http://a.gov.cn/T1.html', 'http://a.gov.cn/t1.html'],
  ['http://a.gov.cn/show?id=7%26q=x', 'http://a.gov.cn/show?id=7&q=x'],
  ['http://a.gov.cn/show?q=a%23b', 'http://a.gov.cn/show?q=a#b'],
];

const NO_PAGE = ['', 'hanyin.gov.cn', 'about:blank', 'file:///C:/t.html', 'javascript:alert(1)', 'data:text/html,甲'];

describe('an address', () => {
  test.each(SAME)('%s is the same in another spelling', (first, ...others) => {
    for (const other of others) expect(normaliseAddress(other), other).toBe(normaliseAddress(first));
    expect(normaliseAddress(first)).not.toBeNull();
  });

  test.each(APART)('%s is not %s', (one, other) => expect(normaliseAddress(one)).not.toBe(normaliseAddress(other)));

  test.each(NO_PAGE)('“%s” is no page', (address) => expect(normaliseAddress(address)).toBeNull());

  test('is normal when normalised once', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '1', '政', '%26', '%', '+', ' ', '='), maxLength: 4 });
    const query = fc.array(
      fc.tuple(part, part).map(([name, value]) => `${name}=${value}`),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(part, query, (path, pairs) => {
        const once = normaliseAddress(`http://www.hanyin.gov.cn/${path}?${pairs.join('&')}`);
        expect(normaliseAddress(`https://${once}`)).toBe(once);
      }),
    );
  });
});
