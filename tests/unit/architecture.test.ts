// @vitest-environment node
/** Holds the shape of the house: imports run one way, and the ground floor knows no browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Rooms from the top floor down. A room may use those below it and itself. */
const FLOORS = ['entrypoints', 'components', 'storage', 'core'] as const;
type Room = (typeof FLOORS)[number];

/** Packages that pure rules may use: they touch neither browser nor database nor screen. */
const CORE_PACKAGES = ['@mozilla/readability', 'uuid', 'valibot'];

interface Source {
  readonly room: Room;
  readonly path: string;
  readonly code: string;
  /** Specifiers of its imports; those of files made to paths from the root. */
  readonly imports: readonly string[];
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

function sourcesOf(room: Room): Source[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const path = join(room, file);
      const code = withoutComments(readFileSync(path, 'utf8'));
      const specifiers = [...code.matchAll(IMPORT)].map(([, from, dynamic]) => from ?? dynamic ?? '');
      const imports = specifiers.map((name) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name));
      return { room, path, code, imports };
    });
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

const sources = FLOORS.flatMap(sourcesOf);
const isFile = (specifier: string) =>
  /^[a-z-]+\//.test(specifier) && FLOORS.some((room) => specifier.startsWith(`${room}/`));
const roomOf = (path: string) => path.split('/')[0];

describe('the rooms', () => {
  test('are all looked into', () => {
    for (const room of FLOORS) expect(sources.filter((source) => source.room === room).length).toBeGreaterThan(5);
    expect(sources.flatMap(({ imports }) => imports.filter(isFile)).length).toBeGreaterThan(100);
  });

  test.each(FLOORS)('%s imports from no floor above', (room) => {
    const above: readonly string[] = FLOORS.slice(0, FLOORS.indexOf(room));
    const upward = sources
      .filter((source) => source.room === room)
      .flatMap(({ path, imports }) =>
        imports.filter((name) => above.includes(roomOf(name) ?? '')).map((name) => `${path} → ${name}`),
      );
    expect(upward).toEqual([]);
  });

  test('import nothing from outside the house but styles', () => {
    const known: readonly string[] = [...FLOORS, 'assets'];
    const stray = sources.flatMap(({ path, imports }) =>
      imports
        .filter((name) => !name.startsWith('#') && !/^[@a-z]/.test(name) && !known.includes(roomOf(name) ?? ''))
        .map((name) => `${path} → ${name}`),
    );
    expect(stray).toEqual([]);
  });
});

describe('core', () => {
  const core = sources.filter(({ room }) => room === 'core');

  test('uses no package but those that are pure', () => {
    const packages = core.flatMap(({ imports }) => imports.filter((name) => !isFile(name)));
    expect([...new Set(packages)].sort()).toEqual(CORE_PACKAGES);
  });

  test('names no browser API', () => {
    const named = core.filter(({ code }) => /\b(?:browser|chrome)\s*[.?[]/.test(code));
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  test('reads no global page, so that it runs on any document', () => {
    const named = core.filter(({ code }) => /\b(?:window|globalThis\.document|document\.defaultView)\b/.test(code));
    expect(named.map(({ path }) => path)).toEqual([]);
  });
});

describe('content scripts', () => {
  test('never put markup into a page by string', () => {
    const written = sources.filter(({ code }) =>
      /\.(?:innerHTML|outerHTML)\s*=[^=]|insertAdjacentHTML|dangerouslySetInnerHTML/.test(code),
    );
    expect(written.map(({ path }) => path)).toEqual([]);
  });

  test('load nothing later: a lazy import needs web_accessible_resources', () => {
    const lazy = sources.filter(({ code }) => /\bimport\s*\(/.test(code));
    expect(lazy.map(({ path }) => path)).toEqual([]);
  });
});

describe('entrypoints', () => {
  /** The name under which WXT builds an entrypoint: `page.content/index.ts` and `page.content.ts` are both `page`. */
  const names = readdirSync('entrypoints').map((file) => file.split('.')[0] ?? file);

  test('share no name: WXT would drop one without a word', () => {
    expect([...new Set(names)].sort()).toEqual([...names].sort());
  });

  test('are those that tests and scripts rely on', () => {
    expect(names).toEqual(expect.arrayContaining(['background', 'detector', 'page', 'popup', 'sidepanel']));
  });
});
