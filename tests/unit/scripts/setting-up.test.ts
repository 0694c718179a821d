import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { fingerprint } from '../../../scripts/lib/build.mjs';
import { countsOf, sum } from '../../../scripts/lib/counts.mjs';
import { nodeComplaint } from '../../../scripts/lib/node-version.mjs';
import { installComplaint, recordAgrees } from '../../../scripts/lib/packages.mjs';

describe('nodeComplaint', () => {
  test.each([
    ['20.0.0', 'linux', 'x64', true],
    ['19.9.0', 'linux', 'x64', false],
    ['24.21.0', 'linux', 'x64', true],
    ['22.11.0', 'linux', 'arm64', false],
    ['22.12.0', 'linux', 'arm64', true],
    ['20.20.2', 'darwin', 'arm64', false],
    ['23.0.0', 'win32', 'x64', true],
  ])('Node %s on %s %s: fits is %s', (version, platform, arch, fits) => {
    expect(nodeComplaint({ version, platform, arch }) === null).toBe(fits);
  });
});

describe('recordAgrees', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/mac': { version: '2.0.0', optional: true },
    },
  };
  test.each([
    ['the same', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/mac': { version: '2.0.0' } }, true],
    ['without what is for other machines', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['one is missing', {}, false],
    ['one too many', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }, false],
  ])('%s', (_, packages, agrees) => {
    expect(recordAgrees(lock, { packages })).toBe(agrees);
  });
});

test.each([
  ['npm error code EAI_AGAIN', 'does not reach its registry'],
  ['npm error code ENOSPC', 'disk is full'],
  ['npm error code EACCES', 'may not write'],
  ['npm error code EUSAGE', 'npm ci failed'],
])('installComplaint of “%s” says what to do', (output, said) => {
  expect(installComplaint(output)).toContain(said);
});

describe('countsOf', () => {
  test.each([
    ['the last line counts', { status: 0, output: '1 passed, 0 failed\nTests\n7 passed, 0 failed\n' }, 7, 0],
    ['no line is a failure', { status: 0, output: 'Segmentation fault' }, 0, 1],
    ['a bad status is a failure', { status: 1, output: '7 passed, 0 failed\n' }, 7, 1],
    ['failures are not counted twice', { status: 1, output: '7 passed, 2 failed\n' }, 7, 2],
  ])('%s', (_, ended, passed, failed) => {
    expect(countsOf(ended)).toEqual({ passed, failed });
  });

  test('sum adds up', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 20, failed: 3 },
      ]),
    ).toEqual({ passed: 21, failed: 3 });
  });
});

describe('fingerprint', () => {
  const root = mkdtempSync(join(tmpdir(), 'yandu-fingerprint-'));
  const write = (name: string, text: string) => {
    mkdirSync(join(root, 'core'), { recursive: true });
    writeFileSync(join(root, 'core', name), text);
  };
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('changes with a content, a name and a new file, and with nothing else', () => {
    write('a.ts', 'one');
    const seen = [fingerprint(root, ['core'])];
    write('a.ts', 'one');
    expect(fingerprint(root, ['core', 'not-there'])).toBe(seen[0]);
    write('a.ts', 'two');
    seen.push(fingerprint(root, ['core']));
    write('b.ts', '');
    seen.push(fingerprint(root, ['core']));
    rmSync(join(root, 'core', 'b.ts'));
    write('c.ts', '');
    seen.push(fingerprint(root, ['core']));
    expect(new Set(seen).size).toBe(seen.length);
  });
});
