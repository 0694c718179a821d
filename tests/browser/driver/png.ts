import { inflateSync } from 'node:zlib';

export interface Picture {
  width: number;
  height: number;
  /** Bytes a pixel: 3 (RGB) or 4 (RGBA). */
  channels: number;
  pixels: Uint8Array;
}

/** Decodes an 8-bit RGB or RGBA PNG without interlacing, which is what browsers' screenshots are. */
export function decodePng(png: Uint8Array): Picture {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const [depth, colourType, interlace] = [file[24], file[25], file[28]];
  if (depth !== 8 || (colourType !== 2 && colourType !== 6) || interlace !== 0)
    throw new Error(`not a screenshot: depth ${depth}, colour type ${colourType}, interlace ${interlace}`);
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const channels = colourType === 6 ? 4 : 3;
  const filtered = inflateSync(Buffer.concat([...imageData(file)]));
  return { width, height, channels, pixels: unfilter(filtered, width * channels, height, channels) };
}

/** How many pixels satisfy a condition. */
export function countPixels(png: Uint8Array, matches: (r: number, g: number, b: number) => boolean): number {
  const { pixels, channels } = decodePng(png);
  let count = 0;
  for (let i = 0; i < pixels.length; i += channels)
    if (matches(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0)) count++;
  return count;
}

function* imageData(file: Buffer): Generator<Buffer> {
  const signature = 8;
  const frame = 12; // length, name and checksum around a chunk's data
  for (let at = signature; at < file.length; at += frame + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') yield file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
}

/** Undoes the per-line filters of the PNG specification, section 9. */
function unfilter(filtered: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = filtered[y * (stride + 1)];
    const source = y * (stride + 1) + 1;
    const target = y * stride;
    for (let i = 0; i < stride; i++) {
      const left = i >= channels ? (out[target + i - channels] ?? 0) : 0;
      const up = y > 0 ? (out[target + i - stride] ?? 0) : 0;
      const corner = i >= channels && y > 0 ? (out[target + i - stride - channels] ?? 0) : 0;
      out[target + i] = (filtered[source + i] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return out;
}

function predict(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
