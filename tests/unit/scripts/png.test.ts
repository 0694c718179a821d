import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { countPixels, decodePng } from '../../browser/driver/png';

/** Rows as the filter leaves them: number of the filter, then the bytes. Section 9.2 of the PNG specification. */
const FILTERED: [name: string, rows: number[][]][] = [
  [
    'none',
    [
      [0, 255, 0, 0, 255, 0, 0],
      [0, 0, 0, 255, 255, 0, 0],
    ],
  ],
  [
    'sub',
    [
      [1, 255, 0, 0, 0, 0, 0],
      [1, 0, 0, 255, 255, 0, 1],
    ],
  ],
  [
    'up',
    [
      [2, 255, 0, 0, 255, 0, 0],
      [2, 1, 0, 255, 0, 0, 0],
    ],
  ],
  [
    'average',
    [
      [3, 255, 0, 0, 128, 0, 0],
      [3, 129, 0, 255, 128, 0, 129],
    ],
  ],
  [
    'Paeth',
    [
      [4, 255, 0, 0, 0, 0, 0],
      [4, 1, 0, 255, 255, 0, 1],
    ],
  ],
];

describe('decodePng', () => {
  test.each(FILTERED)('undoes the filter %s', (_, rows) => {
    const { width, height, channels, pixels } = decodePng(png(2, rows));
    expect([width, height, channels]).toEqual([2, 2, 3]);
    expect([...pixels]).toEqual([255, 0, 0, 255, 0, 0, 0, 0, 255, 255, 0, 0]);
  });

  test('refuses what is no screenshot', () => {
    expect(() => decodePng(png(2, [[0, 1, 2]], 0))).toThrow('colour type 0');
  });
});

test('countPixels counts what satisfies the condition', () => {
  const picture = png(2, [
    [0, 255, 0, 0, 255, 0, 0],
    [0, 0, 0, 255, 255, 0, 0],
  ]);
  expect(countPixels(picture, (r, _, b) => r === 255 && b === 0)).toBe(3);
  expect(countPixels(picture, (_r, g) => g > 0)).toBe(0);
});

function png(width: number, rows: number[][], colourType = 2): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, colourType, 0, 0, 0], 8);
  const data = deflateSync(Buffer.from(rows.flat()));
  const half = Math.floor(data.length / 2);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    // Browsers split the data over several chunks, and put others between.
    chunk('tEXt', Buffer.from('Software\0test')),
    chunk('IDAT', data.subarray(0, half)),
    chunk('IDAT', data.subarray(half)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
