/**
 * The built packages. What stands here is fixed for good (docs/decisions/0002): a change to a permission, host or id
 * switches the extension off for readers, or loses their notes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CHROME_ID, CHROME_KEY, FIREFOX_ID } from '../../core/identity';

const HOSTS = [
  'gov.cn',
  'people.com.cn',
  'xinhuanet.com',
  'news.cn',
  'qstheory.cn',
  'gmw.cn',
  'ce.cn',
  'cctv.com',
  'cnr.cn',
  'china.com.cn',
  'chinanews.com.cn',
  'banyuetan.org',
  '12371.cn',
  'wenming.cn',
  'xuexi.cn',
].map((domain) => `*://*.${domain}/*`);

const PERMISSIONS = ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'contextMenus'];
/** Libraries name these in texts of errors; nothing is fetched from them. */
const NAMED_ADDRESSES =
  /^https?:\/\/(?:www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math\/MathML)|bit\.ly\/2kdckMn|tinyurl\.com\/y2uuvskb)$/;

const BUILDS = [
  { browser: 'chrome', folder: '.output/chrome-mv3' },
  { browser: 'firefox', folder: '.output/firefox-mv3' },
] as const;

describe.each(BUILDS)('the package for $browser', ({ browser, folder }) => {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  if (!existsSync(join(folder, 'manifest.json'))) {
    it('is there', () => expect.fail(`${folder} is missing: run npm run build first`));
    return;
  }
  const manifest = JSON.parse(read('manifest.json'));

  it('asks for these permissions and no others', () => {
    expect(manifest.permissions).toEqual(browser === 'chrome' ? [...PERMISSIONS, 'sidePanel'] : PERMISSIONS);
    expect(manifest.optional_permissions).toEqual(['downloads']);
  });

  it('runs on these hosts unasked, and may ask for others', () => {
    expect(manifest.host_permissions).toEqual(HOSTS);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.content_scripts).toEqual([
      { matches: HOSTS.toSorted(), run_at: 'document_start', js: ['content-scripts/detector.js'] },
    ]);
  });

  it('has the ids that readers’ databases hang on, and the oldest versions it runs in', () => {
    if (browser === 'chrome') {
      expect(manifest.key).toBe(CHROME_KEY);
      expect(chromeId(manifest.key)).toBe(CHROME_ID);
      expect(manifest.minimum_chrome_version).toBe('109');
      expect(manifest.browser_specific_settings).toBeUndefined();
      return;
    }
    expect(manifest.key).toBeUndefined();
    expect(manifest.browser_specific_settings).toEqual({
      gecko: { id: FIREFOX_ID, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
      gecko_android: { strict_min_version: '142.0' },
    });
  });

  it('lets no page reach it', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    });
  });

  it('has every file that it names', () => {
    const { action, background } = manifest;
    const panel = browser === 'chrome' ? manifest.side_panel.default_path : manifest.sidebar_action.default_panel;
    const scripts = browser === 'chrome' ? [background.service_worker] : background.scripts;
    const named = [action.default_popup, panel, ...scripts, ...Object.values<string>(manifest.icons)];
    // The reader is named nowhere: the background puts it into pages.
    const known = [
      'content-scripts/detector.js',
      'content-scripts/page.js',
      'glossaries/national.json',
      'licences.txt',
    ];
    for (const path of [...named, ...known]) expect(statSync(join(folder, path)).size, path).toBeGreaterThan(0);
    expect(action.default_popup).toBe('popup.html');
    expect(panel).toBe('sidepanel.html');
    for (const page of ['popup.html', 'sidepanel.html'])
      for (const [, path = ''] of read(page).matchAll(/(?:src|href)="\/?([^"]+)"/g))
        expect(existsSync(join(folder, path)), `${path} in ${page}`).toBe(true);
  });

  it('says everything in both languages', () => {
    const [chinese, english] = ['zh_CN', 'en'].map((locale) =>
      Object.keys(JSON.parse(read(`_locales/${locale}/messages.json`))),
    );
    expect(english?.toSorted()).toEqual(chinese?.toSorted());
    for (const [, name] of JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)) expect(chinese).toContain(name);
  });

  it.each([
    { script: 'detector.js', most: 6_000 },
    { script: 'page.js', most: 60_000 },
  ])('keeps $script within $most bytes as it travels', ({ script, most }) => {
    expect(gzipSync(readFileSync(join(folder, 'content-scripts', script)), { level: 9 }).length).toBeLessThanOrEqual(
      most,
    );
  });

  it('makes no code from strings and loads none from elsewhere', () => {
    for (const path of filesIn(folder)) {
      if (!/\.(?:js|html|css)$/.test(path)) continue;
      const code = read(path);
      expect(code.match(/\beval\s*\(|new Function\b|\bimportScripts\s*\(/g), path).toBeNull();
      const elsewhere = [...code.matchAll(/https?:\/\/[\w./#-]+/g)].map(([address]) => address);
      expect(
        elsewhere.filter((address) => !NAMED_ADDRESSES.test(address)),
        path,
      ).toEqual([]);
      if (path.startsWith('content-scripts/')) expect(code.match(/\bimport\s*\(/g), path).toBeNull();
    }
  });

  it('holds nothing that is not meant for readers', () => {
    expect(filesIn(folder).filter((path) => /\.(?:map|ts|tsx|md)$|node_modules|\.env/.test(path))).toEqual([]);
  });
});

/** Chrome's id: the first half of the key's SHA-256, its digits written as letters from a. */
function chromeId(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
