// @vitest-environment node
import { Readability } from '@mozilla/readability';
import { describe, expect, test } from 'vitest';
import { findReadable } from '../../../../core/page/readability';
import { scrubClone } from '../../../../core/page/scrub';
import { loadPage, pageOf } from '../../support/pages';

const bare = (text: string | null | undefined) => text?.replace(/\s/g, '');
const PROSE = '各地区各部门要结合实际，认真贯彻落实，确保各项任务落到实处，重要情况及时报告。'.repeat(8);

function sameAsBare(page: Document): void {
  const ours = page.cloneNode(true) as Document;
  scrubClone(ours);
  scrubClone(page);
  expect(bare(findReadable(ours)?.textContent)).toBe(bare(new Readability(page).parse()?.textContent));
}

describe('Readability without what nobody looks at', () => {
  test.each(['_isValidByline', '_isProbablyVisible', '_grabArticle', '_cleanStyles', '_postProcessContent'])(
    'still has %s',
    (name) => {
      expect(Reflect.get(Readability.prototype, name)).toBeTypeOf('function');
    },
  );

  test.each(['county-article', 'county-form', 'plain-notice', 'key-logger'] as const)(
    'reads the same of %s',
    (name) => {
      sameAsBare(loadPage(name));
    },
  );

  test.each([
    ['what its style hides', '<p style="color: red; DISPLAY: none">甲</p>'],
    ['what is marked hidden', '<p hidden>甲</p><p aria-hidden="true">乙</p>'],
    ['what only looks so', '<p style="--display: none">甲</p>'],
    ['a byline by its class', '<p class="article-author">县政府办</p>'],
    ['a byline by its relation', '<a rel="author">县政府办</a><span itemprop="author name">县政府办</span>'],
  ])('reads the same of %s', (_, html) => sameAsBare(pageOf(`<div><p>${PROSE}</p>${html}<p>${PROSE}</p></div>`)));

  test('finds nothing where there is nothing', () => expect(findReadable(pageOf(''))).toBeNull());
});
