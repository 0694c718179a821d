import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { CHROME_KEY, FIREFOX_ID } from './core/identity';
import { REQUIRED_MATCHES } from './core/sites';

/**
 * Rewrites the innerHTML assignments of two libraries, so that the add-on lint has nothing to report and no string
 * ever becomes live markup: Preact's dangerouslySetInnerHTML (never used here) sets text, Readability's two re-parses
 * go through the inert DOMParser. The build fails when a library changes shape, rather than shipping it unpatched.
 */
function withoutInnerHtml(): Plugin {
  const reparse = (value: string) =>
    `.replaceChildren(...new DOMParser().parseFromString(${value},"text/html").body.childNodes)`;
  return {
    name: 'yandu:without-inner-html',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.mjs|\/@mozilla\/readability\/Readability\.js/ },
      handler(code, id) {
        const patched = id.includes('readability')
          ? code
              .replace(/(\w+)\.innerHTML = ([\w.]+);/g, (_, target, value) => `${target}${reparse(value)};`)
              // Its debugging log is never switched on, and a kilobyte of every article's load.
              .replace(/^\s*this\.log\((?:[^()]|\([^()]*\))*\);$/gm, '')
          : code.replace(/(\w+)\.innerHTML=(\w+)\.__html/g, '$1.textContent=$2.__html');
        if (patched === code || /\.innerHTML\s*=[^=]/.test(patched)) this.error(`innerHTML pattern changed in ${id}`);
        return { code: patched, map: null };
      },
    },
  };
}

/** Licences of what the package carries, as MIT and Apache-2.0 ask. */
function licenceNotices(): string {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const shipped = [
    ...Object.keys(dependencies),
    'wxt',
    '@wxt-dev/i18n',
    '@wxt-dev/browser',
    '@floating-ui/core',
    '@floating-ui/utils',
  ];
  return shipped
    .flatMap((name) => {
      const folder = resolve('node_modules', name);
      const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
      return licence
        ? [`${name} ${dependencies[name] ?? ''}\n\n${readFileSync(resolve(folder, licence), 'utf8').trim()}`]
        : [];
    })
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}

const GLOSSARY = resolve('assets/glossaries/national.json');

export default defineConfig({
  srcDir: '.',
  publicDir: 'assets/public',
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'assets/locales' },
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    short_name: '__MSG_extShortName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    // Fixed for good; docs/decisions/0002 says what each is for and tests/unit/manifest.test.ts holds the list.
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'contextMenus'].concat(
      browser === 'chrome' ? ['sidePanel'] : [],
    ),
    optional_permissions: ['downloads'],
    host_permissions: [...REQUIRED_MATCHES],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
      ].join('; '),
    },
    commands: {
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+Y' },
        description: '__MSG_commandOpenPanel__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: FIREFOX_ID,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { key: CHROME_KEY, minimum_chrome_version: '109' }),
  }),
  hooks: {
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push('glossaries/national.json');
    },
    // Packs are data of the product and stay in assets/glossaries; the built extension fetches them from itself.
    'build:publicAssets': (_wxt, files) => {
      files.push({ relativeDest: 'licences.txt', contents: licenceNotices() });
      files.push({
        absoluteSrc: GLOSSARY,
        relativeDest: 'glossaries/national.json',
      });
    },
  },
  vite: ({ browser }) => ({
    plugins: [withoutInnerHtml()],
    define: { __BUILT_IN_PACK__: JSON.stringify(createHash('sha256').update(readFileSync(GLOSSARY)).digest('hex')) },
    // A page must neither learn our id nor be able to switch us off: docs/decisions/0001.
    resolve: { alias: { 'wxt/utils/content-script-context': resolve('components/lifetime/script-context.ts') } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { sourcemap: false, target: browser === 'firefox' ? 'firefox140' : 'chrome109' },
  }),
  zip: {
    includeSources: [
      'entrypoints',
      'components',
      'storage',
      'assets',
      'core',
      'scripts',
      'docs',
      '*.ts',
      '*.json',
      '*.md',
      'tests',
      'LICENSE',
    ],
  },
});
