// @vitest-environment node
import { beforeAll, describe, expect, test } from 'vitest';
import { outlineOf } from '../../../../core/document/outline';
import { type Extraction, extract } from '../../../../core/page/extract';
import { FACT_NAMES, type FactName } from '../../../../core/page/fact';
import { recognise } from '../../../../core/page/recognise';
import { markupAppearanceOf } from '../../../../core/text/appearance';
import { EXPECTED_PAGES, type ExpectedBody, type ExpectedPage, openReadingPage } from '../../support/reading-pages';

const ARTICLES = EXPECTED_PAGES.filter(({ kind }) => kind === 'article');
const DATES: ReadonlySet<FactName> = new Set(['publishedAt', 'writtenAt', 'effectiveAt', 'expiresAt']);

test('there are enough pages of either kind', () => {
  expect(ARTICLES.length).toBeGreaterThanOrEqual(25);
  expect(EXPECTED_PAGES.length - ARTICLES.length).toBeGreaterThanOrEqual(30);
});

describe('recognition', () => {
  test.each(EXPECTED_PAGES)('$file: $kind', ({ file, url, kind, kindAlso = [], authority }) => {
    const recognised = recognise(openReadingPage(file), new URL(url));
    expect([kind, ...kindAlso]).toContain(recognised.kind);
    expect(recognised.authority).toBe(authority);
  });
});

describe.each(ARTICLES)('$file', (page) => {
  let extraction: Extraction;
  beforeAll(() => {
    const document = openReadingPage(page.file);
    extraction = extract(document, new URL(page.url), markupAppearanceOf(document));
  });
  const text = () => (extraction.ok ? bare(extraction.article.map.text) : '');

  test.each(FACT_NAMES.filter((name) => page[name] !== undefined))('%s', (name) => {
    const facts = extraction.ok ? extraction.article.facts : extraction.facts;
    const got = facts[name]?.value;
    expect(valuesOf(page, name)).toContain(got === undefined ? null : comparable(name, got));
  });

  if (page.metaPublishedAt)
    test('the other date of the meta tags', () => {
      const facts = extraction.ok ? extraction.article.facts : extraction.facts;
      expect(facts.publishedAt?.others?.map((date) => date.slice(0, 10))).toContain(page.metaPublishedAt);
    });

  if (page.attachments && !page.body?.empty)
    test('attachments', () => {
      const got = extraction.ok ? extraction.article.attachments : [];
      expect(got.map(({ name, href }) => ({ name: fileName(name), href }))).toEqual(
        page.attachments?.map(({ name, href }) => ({ name: fileName(name), href: new URL(href, page.url).href })),
      );
    });

  if (page.pages)
    test('pages', () => expect(extraction.ok && extraction.article.pages?.addresses.length).toBe(page.pages));

  if (page.outline)
    test('outline', () => {
      const got = extraction.ok ? outlineOf(extraction.article.map).map((heading) => bare(heading.text)) : [];
      const wanted = page.outline?.map(bare) ?? [];
      expect(got.filter((heading) => wanted.includes(heading))).toEqual(wanted);
    });

  const { first = '', last = '', contains = [], excludes = [], once = [], empty }: ExpectedBody = page.body ?? {};
  if (first) test('first characters', () => expect(text().slice(0, first.length)).toBe(first));
  if (last) test('last characters', () => expect(text().slice(-last.length)).toBe(last));
  if (empty) test('no text', () => expect(text()).toBe(''));
  if (contains.length) test.each(contains)('holds %s', (part) => expect(text()).toContain(bare(part)));
  if (excludes.length) test.each(excludes)('leaves out %s', (part) => expect(text()).not.toContain(bare(part)));
  if (once.length) test.each(once)('has once %s', (part) => expect(text().split(bare(part))).toHaveLength(2));
});

/** The readings that are right, as they compare. */
function valuesOf(page: ExpectedPage, name: FactName): (string | null)[] {
  const value = page[name];
  if (value === undefined || value === null) return [null];
  const also = name === 'title' ? page.titleAlso : name === 'docNumber' ? page.docNumberAlso : [];
  return [value, ...(also ?? [])].map((one) => comparable(name, one));
}

function comparable(name: FactName, value: string): string {
  if (DATES.has(name)) return value.slice(0, 10);
  if (name === 'docNumber')
    return bare(value)
      .replace(/[[(（【﹝]/g, '〔')
      .replace(/[\])）】﹞]/g, '〕');
  return bare(value).replace(name === 'subtitle' ? /^[—―-]+/ : '', '');
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}

/** Whether 附件1： belongs to the name is a matter of taste. */
function fileName(name: string): string {
  return bare(name).replace(/^附件\d*[：:]/, '');
}
