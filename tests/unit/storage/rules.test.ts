// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { onRulesChanged, readRules, rulesFor, setPageRule, setSiteRule } from '../../../storage/rules';

const PAGE = 'http://www.hanyin.gov.cn/t1.html';
const here = async (address: string) => rulesFor(await readRules(), address);

describe('what the reader has overruled', () => {
  beforeEach(() => browser.storage.local.clear());

  test('is nothing at first', async () => expect(await here(PAGE)).toEqual({ site: null, page: null }));

  test('is kept by site and by page, and taken back one by one', async () => {
    await setSiteRule('www.hanyin.gov.cn', 'off');
    await setPageRule(PAGE, 'article');
    expect(await here(PAGE)).toEqual({ site: 'off', page: 'article' });
    await setSiteRule('www.hanyin.gov.cn', null);
    expect(await here(PAGE)).toEqual({ site: null, page: 'article' });
    await setPageRule(PAGE, null);
    expect(await readRules()).toEqual({ version: 1, sites: {}, pages: {} });
  });

  test('holds for a page under each of its spellings, and for no other', async () => {
    await setPageRule(PAGE, 'off');
    expect((await here('https://hanyin.gov.cn/t1.html?from=timeline#zoom')).page).toBe('off');
    expect((await here('http://www.hanyin.gov.cn/t2.html')).page).toBeNull();
  });

  test('is not what every object brings along', async () => {
    expect(await here('http://constructor/')).toEqual({ site: null, page: null });
    expect(await here('http://__proto__/')).toEqual({ site: null, page: null });
  });

  test.each([
    ['another version', { version: 2, sites: {}, pages: {} }],
    ['a rule that nobody knows', { version: 1, sites: { 'a.gov.cn': 'maybe' }, pages: {} }],
    ['something else', 'off'],
  ])('is nothing when %s is stored', async (_, stored) => {
    await browser.storage.local.set({ rules: stored });
    expect(await readRules()).toEqual({ version: 1, sites: {}, pages: {} });
  });

  test('is told at once, until nobody listens any more', async () => {
    const told = vi.fn();
    const listening = new AbortController();
    onRulesChanged(told, listening.signal);
    await setSiteRule('a.gov.cn', 'off');
    await browser.storage.local.set({ other: 1 });
    expect(told).toHaveBeenCalledTimes(1);
    listening.abort();
    await setSiteRule('a.gov.cn', null);
    expect(told).toHaveBeenCalledTimes(1);
  });
});
