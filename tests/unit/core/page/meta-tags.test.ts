// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { readMetaTags } from '../../../../core/page/meta-tags';
import { pageOf } from '../../support/pages';

const TAGS: [what: string, head: string, name: string, content: string | undefined][] = [
  ['a name in any case', '<meta name="ArticleTitle" content="通知">', 'articletitle', '通知'],
  ['a property', '<meta property="og:type" content="article">', 'og:type', 'article'],
  ['a name in the wrong attribute', '<meta id="PubDate" content="2022-02-10">', 'pubdate', '2022-02-10'],
  ['space round a name', '<meta name=" Author " content="张三">', 'author', '张三'],
  ['the first of two', '<meta name="author" content="张三"><meta name="Author" content="李四">', 'author', '张三'],
  [
    'the first that says anything',
    '<meta name="author" content=" "><meta name="author" content="李四">',
    'author',
    '李四',
  ],
  [
    'markup in a value',
    '<meta name="ArticleTitle" content="关于&lt;br&gt;做好&amp;nbsp;工作">',
    'articletitle',
    '关于 做好 工作',
  ],
  ['lines in a value', '<meta name="ArticleTitle" content="关于\n  做好">', 'articletitle', '关于 做好'],
  ['no content', '<meta name="author">', 'author', undefined],
  ['no name', '<meta content="甲">', '', undefined],
];

describe('meta tags', () => {
  test.each(TAGS)('with %s', (_, head, name, content) => {
    expect(readMetaTags(pageOf('', head)).get(name)).toBe(content);
  });
});
