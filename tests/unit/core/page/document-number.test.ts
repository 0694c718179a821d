// @vitest-environment node
import { describe, expect, test } from 'vitest';
import {
  findDocumentNumber,
  isDocumentNumberLine,
  normaliseDocumentNumber,
} from '../../../../core/page/document-number';

const FOUND: [text: string, number: string | null][] = [
  ['国发〔2019〕5号', '国发〔2019〕5号'],
  ['国办发〔2020〕23 号', '国办发〔2020〕23号'],
  ['国发[2019]5号', '国发〔2019〕5号'],
  ['国发［2019］5号', '国发〔2019〕5号'],
  ['国发【2019】5号', '国发〔2019〕5号'],
  ['国发﹝2019﹞5号', '国发〔2019〕5号'],
  ['国发（2019）5号', '国发〔2019〕5号'],
  ['国发(2019)5号', '国发〔2019〕5号'],
  ['汉 政 办 发 〔 2022 〕 7 号', '汉政办发〔2022〕7号'],
  ['县政办字〔2023〕第12号', '县政办字〔2023〕12号'],
  ['国办发明电〔2021〕14号', '国办发明电〔2021〕14号'],
  ['国务院令第722号', '国务院令第722号'],
  ['中华人民共和国国务院令 第 722 号', '中华人民共和国国务院令第722号'],
  ['国家税务总局公告2020年第5号', '国家税务总局公告2020年第5号'],
  ['（国办发〔2020〕23号，以下简称《意见》）', '国办发〔2020〕23号'],
  ['《国务院关于……的意见》（国发〔2019〕5号）和国发〔2020〕1号', '国发〔2019〕5号'],
  ['根据国发〔2019〕5号精神', '国发〔2019〕5号'],
  ['现将皖政〔2018〕1号转发给你们，请贯彻执行', '皖政〔2018〕1号'],
  ['国发〔19〕5号', null],
  ['国发〔1819〕5号', null],
  ['〔2019〕5号', null],
  ['国发2019年5号文', null],
  ['陕ICP备99999999号', null],
  ['陕公网安备 61092199999999号', null],
  ['2号楼', null],
  ['', null],
];

/** Lines of which a document's own number is one, and lines that only name another document's. */
const OWN: [line: string, own: boolean][] = [
  ['县政办发〔2023〕12号', true],
  ['　　县政办发〔2023〕12号　', true],
  ['（国办发〔2020〕23号）', true],
  ['国务院令第722号', true],
  ['根据国发〔2019〕5号精神', false],
  ['转发国发〔2019〕5号文件', false],
  ['贯彻国发〔2019〕5号', false],
  ['国发〔2019〕5号印发', false],
  ['国发〔2019〕5号、国发〔2020〕1号', false],
  ['县政办发〔2023〕12号 签发人：张三', false],
  ['各镇人民政府：', false],
];

describe('a 文号', () => {
  test.each(FOUND)('in 「%s」: %s', (text, number) => expect(findDocumentNumber(text)).toBe(number));

  test.each(OWN)('「%s」 is a line of its own: %s', (line, own) => expect(isDocumentNumberLine(line)).toBe(own));

  test('is in its official form when put into it once', () => {
    for (const [, number] of FOUND) if (number) expect(normaliseDocumentNumber(number)).toBe(number);
  });
});
