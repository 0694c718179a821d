// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { extract } from '../../../../core/page/extract';
import type { FactName, Facts } from '../../../../core/page/fact';
import { readFacts } from '../../../../core/page/facts';
import { markupAppearanceOf } from '../../../../core/text/appearance';
import { loadPage, pageOf, SAMPLE_ADDRESSES, type SamplePage } from '../../support/pages';

type Values = Partial<Record<FactName, string>>;

const valuesOf = (facts: Facts): Values =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]));

const SAMPLES: [name: SamplePage, values: Values][] = [
  [
    'county-article',
    {
      title: '认真学习贯彻习近平总书记来陕考察重要讲话重要指示奋力谱写安康高质量发展新篇章',
      author: '武文罡',
      source: '安康微政务',
      publishedAt: '2022-02-10 18:18',
      column: '理论调研',
      site: '汉阴县人民政府',
      keywords: '高质量发展,安康,项目建设,乡村振兴',
    },
  ],
  [
    'plain-notice',
    {
      title: '县人民政府办公室关于做好2023年汛期地质灾害防治工作的通知',
      docNumber: '县政办发〔2023〕12号',
      issuingBody: '县人民政府办公室',
      writtenAt: '2023-04-28',
      column: '通知公告',
    },
  ],
  [
    'county-form',
    {
      title: '全县持续优化营商环境工作综述',
      author: '政策法规股',
      source: '县行政审批服务局',
      publishedAt: '2023-06-15 09:30',
      column: '部门动态',
      site: '汉阴县人民政府',
    },
  ],
];

/** Ways to write facts: a body, and what it says. */
const WRITTEN: [what: string, body: string, values: Values][] = [
  [
    'a line',
    '<div>来源：安康微政务　发布时间：2022-02-10 18:18</div>',
    { source: '安康微政务', publishedAt: '2022-02-10 18:18' },
  ],
  [
    'a line in pieces',
    '<div><span>来源：</span><span>县政府办</span><span>作者：</span><span>张三</span></div>',
    { source: '县政府办', author: '张三' },
  ],
  ['labels set apart', '<p>来　源：县政府办 作 者：张三</p>', { source: '县政府办', author: '张三' }],
  ['half-width colons', '<p>来源:县政府办 时间:2022/2/10</p>', { source: '县政府办', publishedAt: '2022-02-10' }],
  [
    'a table',
    '<table><tr><td>发文机关</td><td>国务院办公厅</td><td>成文日期</td><td>2020年07月10日</td></tr>' +
      '<tr><td>发文字号</td><td>国办发〔2020〕23号</td><td>发布日期</td><td>2020年07月20日</td></tr>' +
      '<tr><td>索 引 号：</td><td>000014349/2020-00062</td><td>主题分类：</td><td>城乡建设、环境保护\\城乡建设</td></tr></table>',
    {
      issuingBody: '国务院办公厅',
      writtenAt: '2020-07-10',
      docNumber: '国办发〔2020〕23号',
      publishedAt: '2020-07-20',
      indexNumber: '000014349/2020-00062',
      topic: '城乡建设、环境保护\\城乡建设',
    },
  ],
  [
    'a number of the body that it reports on',
    '<p>会议传达学习了《国务院关于……的意见》（国发〔2019〕5号）精神。</p>',
    {},
  ],
  ['a label without a value', '<div>来源：　作者：　发布时间：</div>', {}],
  ['what is furniture', '<div>浏览次数：35　字号：大 中 小　打印</div>', {}],
  ['nothing', '', {}],
];

describe('facts', () => {
  test.each(SAMPLES)('of %s', (name, values) => {
    const page = loadPage(name);
    const extraction = extract(page, SAMPLE_ADDRESSES[name], markupAppearanceOf(page));
    expect(extraction.ok && valuesOf(extraction.article.facts)).toEqual(values);
  });

  test.each(WRITTEN)('written as %s', (_, body, values) => expect(valuesOf(readFacts(pageOf(body)))).toEqual(values));

  test('say where they came from and how sure they are', () => {
    const facts = readFacts(loadPage('county-article'));
    expect(facts.title).toMatchObject({ from: 'meta' });
    expect(facts.source).toMatchObject({ from: 'line' });
    for (const { sure } of Object.values(facts)) {
      expect(sure).toBeGreaterThan(0);
      expect(sure).toBeLessThanOrEqual(1);
    }
  });

  test('that the page shows win over those it hides, which are kept beside them', () => {
    const head = '<meta name="ContentSource" content="录入员">';
    const facts = readFacts(pageOf('<p>来源：县政府办</p>', head));
    expect(facts.source).toMatchObject({ value: '县政府办', others: ['录入员'] });
  });

  test('in the text of the article are its matter, not facts about it', () => {
    const page = pageOf('<p>来源：县政府办</p><div id="zoom"><p>来源：某网络文章</p></div>');
    const zoom = page.querySelector('#zoom');
    const isBody = (element: Element) => zoom?.contains(element) ?? false;
    expect(readFacts(page, { isBody, lines: [] }).source).toEqual(expect.objectContaining({ value: '县政府办' }));
  });
});
