// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { extract } from '../../../../core/page/extract';
import { markupAppearanceOf } from '../../../../core/text/appearance';
import { nodeRanges } from '../../../../core/text/text-map';
import { loadPage, pageOf, SAMPLE_ADDRESSES, type SamplePage } from '../../support/pages';

const take = (page: Document, url: URL) => extract(page, url, markupAppearanceOf(page));
const bare = (text: string) => text.replace(/\s/g, '');

function articleOf(name: SamplePage) {
  const page = loadPage(name);
  const extraction = take(page, SAMPLE_ADDRESSES[name]);
  if (!extraction.ok) throw new Error(extraction.reason);
  return { page, ...extraction.article, lines: extraction.article.map.text.split('\n').map(bare).filter(Boolean) };
}

/** Where each sample keeps its paragraphs, and what stands round them on the page. */
const SAMPLES: [name: SamplePage, paragraphs: string, furniture: string[]][] = [
  [
    'county-article',
    '#zoom p',
    [
      '欢迎访问',
      '您现在的位置',
      '县长信箱',
      '作者:',
      '来源:',
      '打印',
      '分享到',
      '上一篇',
      '推荐阅读',
      '公开招聘',
      '主办单位',
      '标识码',
    ],
  ],
  ['county-form', '.content p', ['检索', '栏目', '来源:', '发布时间', '主办单位', '标识码']],
  ['plain-notice', '.nr p', ['当前位置', '打印本页', '关闭窗口', '县政办发']],
  ['key-logger', '.TRS_Editor p', ['来源', '发布时间', '读者留言']],
];

describe('the article of a page', () => {
  test.each(SAMPLES)('%s: all paragraphs, in order, and nothing else', (name, selector) => {
    const { page, lines } = articleOf(name);
    const paragraphs = [...page.querySelectorAll(selector)].flatMap((paragraph) =>
      paragraph.innerHTML.split(/<br\s*\/?>/).map((piece) => bare(pageOf(piece).body.textContent ?? '')),
    );
    expect(lines).toEqual(paragraphs.filter(Boolean));
    expect(lines.length).toBeGreaterThan(4);
  });

  test.each(SAMPLES)('%s: none of the page round it', (name, _, furniture) => {
    const { map } = articleOf(name);
    for (const words of furniture) expect(map.text, words).not.toContain(words);
  });

  test.each(SAMPLES)('%s: stands in the live page, which stays as it was', (name) => {
    const page = loadPage(name);
    const before = page.documentElement.outerHTML;
    const extraction = take(page, SAMPLE_ADDRESSES[name]);
    expect(page.documentElement.outerHTML).toBe(before);
    if (!extraction.ok) throw new Error(extraction.reason);
    const { map, root } = extraction.article;
    expect(page.documentElement.contains(root)).toBe(true);
    for (const { node } of nodeRanges(map, 0, map.text.length)) expect(root.contains(node)).toBe(true);
  });

  test('names the files that it comes with', () => {
    expect(articleOf('plain-notice').attachments.map(({ href }) => href)).toEqual([
      'http://www.hanyin.gov.cn/tzgg/2023/P020230428001.docx',
      'http://www.hanyin.gov.cn/tzgg/2023/P020230428002.xlsx',
      'http://www.hanyin.gov.cn/tzgg/2023/P020230428003.pdf',
    ]);
  });

  test('leaves out what its own page hides', () => {
    const paragraph = '<p>为切实做好汛期地质灾害防治工作，最大限度减少人员伤亡和财产损失，现通知如下。</p>';
    const page = pageOf(
      `<div id="zoom">${paragraph.repeat(9)}<p hidden>甲</p><p style="display:none">乙</p><p class="gn">丙</p></div>`,
      '<style>.gn { display: none }</style>',
    );
    const extraction = take(page, new URL('http://a.gov.cn/t20220210_1.html'));
    expect(extraction.ok && extraction.article.map.text).not.toMatch(/[甲乙丙]/);
  });
});

describe('a page without an article', () => {
  const url = new URL('http://a.gov.cn/a.html');

  test.each([
    ['nothing', ''],
    ['pictures', '<div id="zoom"><img src="a.png" width="800"></div>'],
    ['space', '<div id="zoom"><p>&nbsp;</p></div>'.replace('&nbsp;', ' ')],
  ])('of %s says so', (_, body) => expect(take(pageOf(body), url)).toMatchObject({ ok: false, reason: 'no-body' }));

  test('of more elements than an article can have is not read at all', () => {
    const page = pageOf('');
    for (let i = 0; i < 40_001; i++) page.body.appendChild(page.createElement('i'));
    expect(take(page, url)).toMatchObject({ ok: false, reason: 'too-large' });
  });
});
