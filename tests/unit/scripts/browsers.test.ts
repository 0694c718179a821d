import { describe, expect, test } from 'vitest';
import { findBrowser, type Product } from '../../../scripts/lib/browsers.mjs';

const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const EDGE = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const WINDOWS = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)', Path: 'C:\\tools;D:\\fx' };

interface Case {
  what: string;
  platform: string;
  env: Record<string, string>;
  there: string[];
  wanted?: Product;
  found: string | undefined;
}

const CASES: Case[] = [
  { what: 'a usual place', platform: 'linux', env: {}, there: ['/usr/bin/chromium'], found: '/usr/bin/chromium' },
  { what: 'PATH', platform: 'linux', env: { PATH: '/x:/y' }, there: ['/y/google-chrome'], found: '/y/google-chrome' },
  {
    what: 'Chrome before Firefox',
    platform: 'linux',
    env: { PATH: '/x' },
    there: ['/usr/bin/firefox-esr', '/x/google-chrome'],
    found: '/x/google-chrome',
  },
  {
    what: 'the one asked for',
    platform: 'linux',
    env: { PATH: '/x' },
    there: ['/usr/bin/firefox-esr', '/x/google-chrome'],
    wanted: 'firefox',
    found: '/usr/bin/firefox-esr',
  },
  {
    what: 'nothing but what was asked for',
    platform: 'darwin',
    env: {},
    there: [MAC],
    wanted: 'edge',
    found: undefined,
  },
  { what: 'Applications', platform: 'darwin', env: { HOME: '/Users/wen' }, there: [MAC], found: MAC },
  {
    what: 'Applications of one user',
    platform: 'darwin',
    env: { HOME: '/Users/wen' },
    there: ['/Users/wen/Applications/Firefox.app/Contents/MacOS/firefox'],
    found: '/Users/wen/Applications/Firefox.app/Contents/MacOS/firefox',
  },
  { what: 'Program Files (x86)', platform: 'win32', env: WINDOWS, there: [EDGE], found: EDGE },
  { what: 'Path', platform: 'win32', env: WINDOWS, there: ['D:\\fx\\firefox.exe'], found: 'D:\\fx\\firefox.exe' },
  { what: 'nothing', platform: 'linux', env: { PATH: '' }, there: [], found: undefined },
];

describe('findBrowser', () => {
  test.each(CASES)('on $platform finds $what', ({ platform, env, there, wanted, found }) => {
    const browser = findBrowser(wanted, { platform, env, exists: (path) => there.includes(path) });
    expect(browser?.path).toBe(found);
  });
});
