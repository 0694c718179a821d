// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnotationView } from '../../../../core/annotation/annotation';
import { COLOURS, type Colour } from '../../../../core/annotation/colour';
import { describe as describePassage } from '../../../../core/annotation/selector';
import { escapeMarkdown, type NoteWords, noteAsMarkdown } from '../../../../core/exchange/markdown';
import type { Fact, Facts } from '../../../../core/page/fact';

const ESCAPED: [what: string, text: string, markdown: string][] = [
  ['nothing in plain words', '做好碳达峰、碳中和工作（试行）。', '做好碳达峰、碳中和工作（试行）。'],
  ['emphasis', '**甲**_乙_~~丙~~', '\\*\\*甲\\*\\*\\_乙\\_\\~\\~丙\\~\\~'],
  ['a heading', '# 甲', '\\# 甲'],
  ['tags', '<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['entities', '&lt;甲&#62;&amp;', '\\&lt;甲\\&\\#62;\\&amp;'],
  ['links and pictures', '![甲](http://x)[乙][丙]', '!\\[甲\\](http://x)\\[乙\\]\\[丙\\]'],
  ['code', '`甲`', '\\`甲\\`'],
  ['backslashes', '甲\\*', '甲\\\\\\*'],
  ['cells', '甲|乙', '甲\\|乙'],
  ['a quotation', '> 甲', '\\> 甲'],
  ['bullets', '- 甲', '\\- 甲'],
  ['other bullets', '+ 甲', '\\+ 甲'],
  ['numbers of a list', '1. 甲', '1\\. 甲'],
  ['numbers in brackets', '12) 甲', '12\\) 甲'],
  ['no number that begins no list', '1.5℃ 甲', '1.5℃ 甲'],
  ['a rule', '---', '\\---'],
  ['what underlines a heading', '===', '\\==='],
  ['the indent of code', '    甲', '甲'],
  ['no indent of full width', '　　甲', '　　甲'],
  ['line ends', '甲\n# 乙\r\n丙', '甲 \\# 乙 丙'],
  ['what no file may hold', '甲\u0000\u0007\u001b乙', '甲乙'],
];

describe('escaping', () => {
  test.each(ESCAPED)('escapes %s', (_, text, markdown) => expect(escapeMarkdown(text)).toBe(markdown));

  test('is undone by taking the backslashes away', () => {
    const line = fc.string({ unit: fc.constantFrom(...'甲 *_#<>&[]()!`\\|~-+=1.)'), maxLength: 20 });
    fc.assert(
      fc.property(line, (text) => {
        const shown = escapeMarkdown(text).replace(/\\([!-/:-@[-`{-~])/g, '$1');
        expect(shown).toBe(text.replace(/^ +/, ''));
      }),
    );
  });
});

const words: NoteWords = {
  factName: (name) => name,
  address: '网址',
  accessed: '查阅',
  colours: { 1: '任务', 2: '时限', 3: '责任主体', 4: '新提法', 5: '疑问' },
  excerpts: '摘录',
  note: '笔记',
  citation: '引用',
  untitled: '无标题',
  colon: '：',
};

const fact = (value: string): Fact => ({ value, from: 'meta', sure: 0.9 });

const TEXT = '一、压实防治责任。\n各镇人民政府是责任主体，于5月10日前报送名单。\n二、强化监测预警。';

function annotationOn(passage: string, colour: Colour, body = ''): AnnotationView {
  const start = TEXT.indexOf(passage);
  const target = describePassage(TEXT, start, start + passage.length);
  return { id: passage, documentId: 'd', target, colour, body, created: 0, modified: 0 };
}

function note(facts: Facts, annotations: readonly AnnotationView[], address = 'http://a.gov.cn/t1.html'): string {
  return noteAsMarkdown({ facts, address, annotations, today: '2026-03-01' }, words);
}

describe('a reading note', () => {
  test('is the source, the excerpts in the order of the text, the citation', () => {
    const facts = { title: fact('防治工作的通知'), docNumber: fact('县政办发〔2023〕12号'), source: fact('县政府办') };
    const annotations = [
      annotationOn('于5月10日前', 2, '报自然资源局\n- 抄应急局'),
      annotationOn('一、压实防治责任。\n各镇人民政府', 3),
    ];
    expect(note(facts, annotations)).toBe(
      [
        '# 防治工作的通知',
        '',
        '- docNumber：县政办发〔2023〕12号',
        '- source：县政府办',
        '- 网址：<http://a.gov.cn/t1.html>',
        '- 查阅：2026-03-01',
        '',
        '## 摘录',
        '',
        '### 1. 责任主体',
        '',
        '> 一、压实防治责任。',
        '> 各镇人民政府',
        '',
        '### 2. 时限',
        '',
        '> 于5月10日前',
        '',
        '笔记：报自然资源局',
        '- 抄应急局',
        '',
        '## 引用',
        '',
        '县政府办. 防治工作的通知: 县政办发〔2023〕12号\\[EB/OL\\]. \\[2026-03-01\\]. http://a.gov.cn/t1.html.',
        '',
      ].join('\n'),
    );
  });

  test('says nothing that is not known', () => {
    const bare = note({}, []);
    expect(bare).toContain('# 无标题\n');
    expect(bare).not.toMatch(/undefined|null|docNumber|author/);
  });

  test('is one line for each fact, whatever a page calls itself', () => {
    const hostile = fact('甲\n\n## 摘录\n\n<img src=x onerror=alert(1)>\r- 乙');
    const lines = note({ title: hostile, author: hostile, source: hostile }, []).split(/\r|\n/);
    expect(lines.filter((line) => line.startsWith('## '))).toEqual(['## 摘录', '## 引用']);
    expect(lines.filter((line) => /(?<!\\)</.test(line))).toEqual(['- 网址：<http://a.gov.cn/t1.html>']);
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(4);
  });

  test('keeps a quotation inside its quotation', () => {
    const passage = annotationOn('二、', 1);
    const exact = '甲\n# 乙\r\n    丙\r- 丁\n\n---';
    const [, block = ''] = note({}, [
      { ...passage, target: { ...passage.target, quote: { ...passage.target.quote, exact } } },
    ]).split('任务\n\n');
    expect(block.split('\n\n')[0]).toBe(['> 甲', '> \\# 乙', '> 丙', '> \\- 丁', '> ', '> \\---'].join('\n'));
  });

  test('leaves a note as its reader wrote it, but for what no file may hold', () => {
    expect(note({}, [annotationOn('二、', 1, ' **要办**\u0007，见<附件> \n')])).toContain(
      '\n笔记：**要办**，见<附件>\n',
    );
    expect(note({}, [annotationOn('二、', 1, ' \n ')])).not.toContain('笔记');
  });

  test.each([
    ['http://a.gov.cn/%E6%94%BF%E7%AD%96?id=1', '<http://a.gov.cn/%E6%94%BF%E7%AD%96?id=1>'],
    ['http://a.gov.cn/show?u=http%3A%2F%2Fb%2F%3Fx%3D1%26y', '<http://a.gov.cn/show?u=http%3A%2F%2Fb%2F%3Fx%3D1%26y>'],
    ['http://a.gov.cn/a b<c>d', '<http://a.gov.cn/a%20b%3Cc%3Ed>'],
    ['http://a.gov.cn/%zz%', '<http://a.gov.cn/%zz%>'],
  ])('links to %s', (address, link) => expect(note({}, [], address)).toContain(`- 网址：${link}\n`));

  test('has a word for each colour', () => {
    const all = note(
      {},
      COLOURS.map((colour) => annotationOn('二、', colour)),
    );
    expect(all.match(/### .*/g)).toEqual([
      '### 1. 任务',
      '### 2. 时限',
      '### 3. 责任主体',
      '### 4. 新提法',
      '### 5. 疑问',
    ]);
  });
});
