// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../../../core/exchange/markdown';

const NAMES: [what: string, title: string, name: string][] = [
  ['a title', '关于做好2023年汛期地质灾害防治工作的通知', '关于做好2023年汛期地质灾害防治工作的通知.md'],
  ['quotation marks and brackets', '“十四五”规划（试行）', '“十四五”规划（试行）.md'],
  ['separators', '2023/2024\\年度:总结', '2023 2024 年度 总结.md'],
  ['what Windows reserves', '甲*乙?丙"丁<戊>己|庚', '甲 乙 丙 丁 戊 己 庚.md'],
  ['lines', ' 甲\n\t乙 ', '甲 乙.md'],
  ['a way up', '../../etc/passwd', 'etc passwd.md'],
  ['dots', '...甲...', '甲.md'],
  ['a device of Windows', 'CON', '_CON.md'],
  ['a device of Windows with a point', 'nul.2023', '_nul.2023.md'],
  ['a word that only begins like a device', 'Console', 'Console.md'],
  ['control characters', '甲\u0000\u001b乙', '甲乙.md'],
  ['a text that turns its ending round', '甲\u202egpj.乙', '甲gpj.乙.md'],
  ['half a character', '甲\ud842乙', '甲乙.md'],
  ['nothing', '', 'yandu.md'],
  ['nothing that a name may hold', ' ?/. ', 'yandu.md'],
  ['too much', '长'.repeat(300), `${'长'.repeat(80)}.md`],
  ['too much, with its 80th character a space', `${'长'.repeat(79)} 短`, `${'长'.repeat(79)}.md`],
];

describe('the name of a file', () => {
  test.each(NAMES)('of %s', (_, title, name) => expect(fileNameOf(title, 'md')).toBe(name));

  test('is one that every system takes, for any title', () => {
    const chars = fc.constantFrom(...'甲𠮷a /\\:*?"<>|.\n\u0000\u202e\ud842', 'con', 'LPT1');
    const codes = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 });
    const part = fc.oneof(
      codes.map((units) => String.fromCharCode(...units)),
      fc.string({ unit: chars, maxLength: 12 }),
    );
    const titles = fc.tuple(part, fc.integer({ min: 1, max: 40 })).map(([words, times]) => words.repeat(times));
    fc.assert(
      fc.property(titles, (title) => {
        const name = fileNameOf(title, 'md');
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]|^[\s.]|\s\.md$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
        expect([...name].length).toBeLessThanOrEqual(84);
        expect(name.length).toBeGreaterThan(3);
      }),
    );
  });
});
