/** Colours in a screenshot: whether something is painted, not only registered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../driver/leftovers';
import { decodePng } from '../driver/png';
import type { Box, Page } from '../driver/types';

type Colour = readonly [red: number, green: number, blue: number];

/** The value of a colour token in the light theme. */
export function lightToken(name: string): Colour {
  const css = readFileSync(join(import.meta.dirname, '../../../assets/styles/tokens.css'), 'utf8');
  const hex = new RegExp(`--${name}: var\\(--if-light, #(\\w{6})\\)`).exec(css)?.[1];
  if (hex === undefined) throw new Error(`no colour token --${name}`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
}

const folder = temporaryFolder('pictures');
/** Thin lines are mixed with what is behind them: near the colour is enough. */
const TOLERANCE = 24;

/** How many pixels in a box of the viewport, some pixels below it included, have about this colour. */
export async function pixelsOf(page: Page, box: Box, colour: Colour): Promise<number> {
  const path = join(folder, 'now.png');
  await page.screenshot(path);
  const { width, channels, pixels } = decodePng(readFileSync(path));
  let count = 0;
  for (let y = Math.floor(box.y); y < box.y + box.height + 4; y++)
    for (let x = Math.floor(box.x); x < box.x + box.width; x++) {
      const at = (y * width + x) * channels;
      if (colour.every((channel, i) => Math.abs((pixels[at + i] ?? 0) - channel) <= TOLERANCE)) count++;
    }
  return count;
}
