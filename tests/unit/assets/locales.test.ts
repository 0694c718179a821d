// @vitest-environment node
/** Both languages say the same things, with the same blanks to fill in. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Messages of a locale file; each is one line `key: text`. */
function readLocale(name: string): Map<string, string> {
  const lines = readFileSync(`assets/locales/${name}.yml`, 'utf8').split('\n');
  const messages = lines.flatMap((line) => {
    const [, key, text] = /^(\w+):\s*(.*)$/.exec(line) ?? [];
    return key && text !== undefined ? [[key, text] as const] : [];
  });
  const other = lines.filter((line) => line.trim() && !line.startsWith('#') && !/^\w+:/.test(line));
  if (other.length > 0) throw new Error(`${name}.yml: cannot read ${other[0]}`);
  if (new Set(messages.map(([key]) => key)).size < messages.length) throw new Error(`${name}.yml names a key twice`);
  return new Map(messages);
}

const chinese = readLocale('zh_CN');
const english = readLocale('en');
const blanks = (text = '') => [...new Set(text.match(/\$\d/g))].sort();

describe('the two languages', () => {
  test('are all there are', () => expect(readdirSync('assets/locales').sort()).toEqual(['en.yml', 'zh_CN.yml']));

  test('have the same messages', () => {
    expect(chinese.size).toBeGreaterThan(100);
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  test.each([...chinese.keys()])('%s has the same blanks and says something', (key) => {
    expect(blanks(english.get(key))).toEqual(blanks(chinese.get(key)));
    for (const text of [chinese.get(key), english.get(key)]) expect(text?.replace(/['"]/g, '')).toMatch(/\S/);
  });
});

const SOURCES = ['components', 'entrypoints'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`${room}/${file}`, 'utf8')),
);

describe('messages', () => {
  const config = readFileSync('wxt.config.ts', 'utf8');
  const code = SOURCES.join('\n') + config;

  test('are there for whatever the code asks for by name', () => {
    const asked = [...code.matchAll(/i18n\.t\(\s*'(\w+)'/g), ...config.matchAll(/__MSG_(\w+)__/g)].map(
      ([, key]) => key,
    );
    expect(asked.length).toBeGreaterThan(50);
    expect([...new Set(asked)].filter((key) => key && !chinese.has(key))).toEqual([]);
  });

  test('are asked for somewhere', () => {
    expect([...chinese.keys()].filter((key) => !new RegExp(`(?:\\b|_)${key}(?:\\b|_)`).test(code))).toEqual([]);
  });
});
