/**
 * The style sheet of the highlights. It lives in the page's document, where the page can read it: names say nothing,
 * and the tokens' values are written out, so that none of our custom properties lands on the page's root.
 */
import { COLOURS } from '../../core/annotation/colour';
import { adoptSheets } from '../layer/style-sheets';
import { FLASH_LAYER, TERM_LAYER } from './mark';
import { highlightName } from './painter';

type Token = (name: string) => string;

/** @param host an element that carries the tokens, in the theme that suits the page */
export function highlightCss(host: Element): string {
  const style = getComputedStyle(host);
  const token: Token = (name) => style.getPropertyValue(name).trim();
  const underline = (line: string, kind: string, width: string) =>
    `text-decoration: underline ${token(kind)} ${token(line)}; text-decoration-thickness: ${token(width)}; ` +
    `text-underline-offset: ${token('--mark-offset')}; text-decoration-skip-ink: none;`;
  const rules = COLOURS.map(
    (colour) =>
      `::highlight(${highlightName(colour)}) { background-color: ${token(`--mark-${colour}`)}; ` +
      `${underline(`--mark-${colour}-line`, `--mark-${colour}-style`, `--mark-${colour}-width`)} }`,
  );
  return [
    `::highlight(${highlightName(TERM_LAYER)}) { background-color: ${token('--term-tint')}; ` +
      `${underline('--term-line', '--term-style', '--term-width')} }`,
    ...rules,
    `::highlight(${highlightName(FLASH_LAYER)}) { background-color: ${token('--flash-tint')}; }`,
  ].join('\n');
}

/** Puts the sheet into the document until the signal aborts. */
export function adoptHighlightSheet(host: Element, signal: AbortSignal): void {
  const takeBack = adoptSheets(document, [highlightCss(host)], host);
  signal.addEventListener('abort', takeBack, { once: true });
}
