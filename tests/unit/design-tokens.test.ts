/** Holds what docs/design.md promises of assets/styles/tokens.css: contrast in both themes, marks that need no colour. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';

const css = readFileSync(resolve(process.cwd(), 'assets/styles/tokens.css'), 'utf8');

const SURFACES = ['canvas', 'surface', 'surface-hover', 'surface-pressed'];
const MARKS = ['mark-1', 'mark-2', 'mark-3', 'mark-4', 'mark-5'];
const STATES = ['danger', 'warning', 'success'];

/** Body text that government pages set: pure black or this grey when light, ours when dark. */
const PAGE_TEXT: Record<Theme, string[]> = { light: ['#000000', '#333333'], dark: ['#ffffff', '#e4e8ec'] };

/** What stands on what, and the least ratio between them. A name is a token; both themes must hold it. */
const PAIRS: { what: string; front: string[]; back: string[]; least: number }[] = [
  { what: 'text', front: ['text'], back: [...SURFACES, 'accent-tint', 'danger-tint', 'warning-tint'], least: 7 },
  { what: 'quieter text', front: ['text-muted', 'text-faint'], back: SURFACES, least: 4.5 },
  { what: 'accent as text', front: ['accent', 'accent-hover'], back: [...SURFACES, 'accent-tint'], least: 4.5 },
  { what: 'button label', front: ['on-accent'], back: ['accent', 'accent-hover', 'accent-pressed'], least: 4.5 },
  { what: 'state text', front: STATES, back: SURFACES, least: 4.5 },
  { what: 'mark and term ink', front: [...MARKS.map((m) => `${m}-ink`), 'term-ink'], back: SURFACES, least: 4.5 },
  { what: 'focus ring', front: ['focus'], back: [...SURFACES, 'accent-tint'], least: 3 },
  { what: 'control edge', front: ['line-strong'], back: SURFACES, least: 3 },
  { what: 'mark and term line', front: [...MARKS.map((m) => `${m}-line`), 'term-line'], back: SURFACES, least: 3 },
  ...STATES.map((state) => ({ what: `${state} notice`, front: [state], back: [`${state}-tint`], least: 4.5 })),
  ...MARKS.flatMap((mark) => [
    { what: `${mark} label`, front: [`${mark}-ink`], back: [mark], least: 4.5 },
    { what: `${mark} underline`, front: [`${mark}-line`], back: [mark], least: 3 },
  ]),
  { what: 'term label', front: ['term-ink'], back: ['term-tint'], least: 4.5 },
  { what: 'term underline', front: ['term-line'], back: ['term-tint'], least: 3 },
  { what: 'flash underline', front: ['flash-line'], back: ['flash-tint'], least: 3 },
];

describe.each<Theme>(['light', 'dark'])('%s theme', (theme) => {
  const colours = readColours(theme);

  it.each(PAIRS)('$what reaches $least : 1', ({ front, back, least }) => {
    for (const name of front) {
      for (const ground of back) {
        expect(contrast(at(colours, name), at(colours, ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(least);
      }
    }
  });

  it.each([...MARKS, 'term-tint', 'flash-tint'])('body text stays at 7 : 1 on %s', (tint) => {
    for (const text of PAGE_TEXT[theme]) {
      expect(contrast(text, at(colours, tint)), `${text} on ${tint}`).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('what does not rest on colour', () => {
  it('gives each mark, and the term, an underline of its own', () => {
    const underlines = [...MARKS, 'term'].map((name) => `${readToken(`${name}-style`)} ${readToken(`${name}-width`)}`);
    expect(new Set(underlines).size).toBe(underlines.length);
  });

  it('leaves marks to their underlines under forced colours', () => {
    const forced = readBlock('@media (forced-colors: active)');
    for (const mark of MARKS) expect(forced).toMatch(new RegExp(`--${mark}-line: CanvasText;`));
  });

  it('switches every motion off for readers who ask for it', () => {
    const durations = [...css.matchAll(/--(duration[\w-]*):/g)].map((match) => match[1]);
    const reduced = readBlock('@media (prefers-reduced-motion: reduce)');
    for (const name of new Set(durations)) expect(reduced).toContain(`--${name}: 0s;`);
  });
});

describe('the sheet itself', () => {
  it('lets a forced theme win over the system, in both directions', () => {
    const system = css.indexOf('@media (prefers-color-scheme: dark)');
    for (const theme of ['light', 'dark']) {
      expect(css.indexOf(`:host([data-theme="${theme}"]),\n:root[data-theme="${theme}"]`)).toBeGreaterThan(system);
    }
  });

  it('names no token that does not exist', () => {
    const declared = new Set([...css.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
    for (const [, used] of css.matchAll(/var\((--[\w-]+)/g)) expect(declared).toContain(used);
  });
});

function readColours(theme: Theme): Map<string, string> {
  const bothThemes = /--([\w-]+): var\(--if-light, (#[\da-f]{6})\) var\(--if-dark, (#[\da-f]{6})\);/g;
  return new Map(
    [...css.matchAll(bothThemes)].map(([, name = '', light = '', dark = '']) => [
      name,
      theme === 'light' ? light : dark,
    ]),
  );
}

function at(colours: Map<string, string>, name: string): string {
  const colour = colours.get(name);
  if (colour === undefined) throw new Error(`tokens.css has no colour --${name} for both themes`);
  return colour;
}

function readToken(name: string): string {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1];
  if (value === undefined) throw new Error(`tokens.css has no --${name}`);
  return value;
}

function readBlock(query: string): string {
  const start = css.indexOf(query);
  if (start < 0) throw new Error(`tokens.css has no ${query}`);
  return css.slice(start, css.indexOf('\n}\n', start));
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
