// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { labelledValues, labelOfCell } from '../../../../core/page/labels';

const LINES: [line: string, values: string[]][] = [
  [
    '来源：安康微政务　发布时间：2022-02-10 18:18　浏览量：3',
    ['source=安康微政务', 'publishedAt=2022-02-10 18:18', 'stop=3'],
  ],
  ['作者:武文罡 来源:安康微政务', ['author=武文罡', 'source=安康微政务']],
  ['来　源：县政府办', ['source=县政府办']],
  ['【来源：县政府办】【字体：大 中 小】', ['source=县政府办', 'stop=大 中 小']],
  ['（来源：县政府办）', ['source=县政府办']],
  ['来源：县政府（办公室）', ['source=县政府（办公室）']],
  ['[作者:张三]', ['author=张三']],
  [
    '发文字号：国办发〔2020〕23号 发布日期：2020年07月20日',
    ['docNumber=国办发〔2020〕23号', 'publishedAt=2020年07月20日'],
  ],
  ['会议时间：2022年2月10日', []],
  ['资金来源：县财政', []],
  ['来源：', ['source=']],
  ['来源：作者：张三', ['source=', 'author=张三']],
  ['县政府召开会议', []],
  ['', []],
];

const CELLS: [text: string, label: string | null][] = [
  ['索 引 号：', 'indexNumber'],
  ['发文机关', 'issuingBody'],
  ['【成文日期】', 'writtenAt'],
  ['标　　题：', 'title'],
  ['打印', 'stop'],
  ['国务院办公厅', null],
  ['发文机关：国务院办公厅', null],
  ['', null],
];

describe('labels', () => {
  test.each(LINES)('in 「%s」: %j', (line, values) => {
    expect(labelledValues(line).map(({ label, value }) => `${label}=${value}`)).toEqual(values);
  });

  test.each(CELLS)('「%s」 by itself: %s', (text, label) => expect(labelOfCell(text)).toBe(label));
});
