/** What the packages weigh, compressed as a store or a disk cache would. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from '../bench';

const BOUNDS: readonly { name: string; file: string; kilobytes: number }[] = [
  { name: 'detector, on every matched page', file: 'content-scripts/detector.js', kilobytes: 6 },
  { name: 'reader, on articles', file: 'content-scripts/page.js', kilobytes: 60 },
];

export function benchSizes(folder: string): Figure[] {
  return BOUNDS.map(({ name, file, kilobytes }) => ({
    name: `size: ${name}`,
    value: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000,
    unit: 'kB gzip',
    against: `at most ${kilobytes}`,
  }));
}
