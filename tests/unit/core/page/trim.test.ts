// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { trimEdges } from '../../../../core/page/trim';
import { markupAppearance } from '../../../../core/text/appearance';
import { readText } from '../../../../core/text/read-text';
import { pageOf } from '../../support/pages';

const TITLE = '关于做好汛期防治工作的通知';
const BODY = ['各镇人民政府：', '一、压实防治责任。', '特此通知。'];
const NINE = Array.from({ length: 9 }, (_, i) => `第${i + 1}段。`);

/** Lines of a body as taken from the page, and those that are the document's. */
const CASES: [what: string, lines: string[], kept: string[]][] = [
  ['nothing to cut', BODY, BODY],
  ['the title', [TITLE, ...BODY], BODY],
  ['the title, wrapped by the site', ['关于做好汛期 防治工作的通知', ...BODY], BODY],
  ['where the page stands', ['您现在的位置：首页 > 政务要闻', TITLE, ...BODY], BODY],
  ['the line of facts', [TITLE, '来源：县政府办 发布时间：2023-04-28', ...BODY], BODY],
  ['the buttons', ['【字体：大 中 小】', '打印 关闭', '分享到：', ...BODY], BODY],
  ['a date alone', ['2023-04-28 09:30', ...BODY], BODY],
  [
    'an information table',
    ['索引号', '000014349', '发文机关', '国务院办公厅', '成文日期', '2020年7月10日', ...BODY],
    BODY,
  ],
  ['the editor', [...BODY, '责任编辑：张三'], BODY],
  ['the neighbours', [...BODY, '上一篇：某通知', '下一篇：某公告'], BODY],
  ['what hangs below', [...BODY, '扫一扫在手机打开当前页', '相关阅读', '另一篇文章'], BODY],
  ['the close button', [...BODY, '【打印本页】【关闭窗口】'], BODY],
  [
    'no date that signs',
    [...BODY, '县人民政府办公室', '2023年4月28日'],
    [...BODY, '县人民政府办公室', '2023年4月28日'],
  ],
  [
    'no line in the middle that only looks so',
    [...NINE, '来源：省统计局。', ...NINE],
    [...NINE, '来源：省统计局。', ...NINE],
  ],
  [
    'no first line that only begins like a label',
    ['来源于群众的经验，最可靠。', ...BODY],
    ['来源于群众的经验，最可靠。', ...BODY],
  ],
  ['everything, when nothing else is there', [TITLE, '来源：县政府办'], []],
  ['nothing of nothing', [], []],
];

describe('trimming', () => {
  test.each(CASES)('cuts %s', (_, lines, kept) => {
    const { body } = pageOf(lines.map((line) => `<p>${line}</p>`).join(''));
    const map = trimEdges(readText(body, { appearanceOf: markupAppearance }), {
      title: TITLE,
      others: [],
      isBox: false,
    });
    expect(map.text).toBe(kept.join('\n'));
    expect(map.lines.map(({ start, end }) => map.text.slice(start, end))).toEqual(kept);
  });

  test('keeps the map: what is left still leads to its place in the page', () => {
    const { body } = pageOf(`<p>${TITLE}</p><p>甲<b>乙</b></p><p>责任编辑：张三</p>`);
    const map = trimEdges(readText(body, { appearanceOf: markupAppearance }), {
      title: TITLE,
      others: [],
      isBox: false,
    });
    expect(map.runs.map(({ start, length, node }) => [start, length, map.nodes[node]?.data])).toEqual([
      [0, 1, '甲'],
      [1, 1, '乙'],
    ]);
  });

  test('needs no title', () => {
    const { body } = pageOf(`<p>${TITLE}</p><p>甲</p>`);
    expect(
      trimEdges(readText(body, { appearanceOf: markupAppearance }), {
        title: undefined,
        others: [],
        isBox: true,
      }).text,
    ).toBe(`${TITLE}\n甲`);
  });
});
