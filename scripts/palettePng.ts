// A picture of few colours as a small PNG: what is printed text and fills on white needs no more than a palette.

import { crc32, deflateSync } from "node:zlib";

/** From a binary PPM, as pdftoppm writes it. Shades that nobody tells apart become one. */
export function palettePng(ppm: Buffer): Buffer {
  const [head, width = "0", height = "0"] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString("latin1", 0, 64)) ?? [""];
  const pixels = ppm.subarray(head.length);
  for (const levels of [15, 7, 5]) {
    const made = indexed(pixels, levels);
    if (made !== undefined) return pngOf(Number(width), Number(height), made);
  }
  throw new Error("this picture has more colours than a palette");
}

interface Indexed {
  readonly palette: Buffer;
  readonly indexes: Uint8Array;
}

/** Undefined with more than 256 colours. */
function indexed(pixels: Buffer, levels: number): Indexed | undefined {
  const shade = (value: number | undefined): number =>
    Math.round((Math.round(((value ?? 0) * levels) / 255) * 255) / levels);
  const known = new Map<number, number>();
  const indexes = new Uint8Array(pixels.length / 3);
  for (let at = 0; at < indexes.length; at++) {
    const colour = (shade(pixels[at * 3]) << 16) | (shade(pixels[at * 3 + 1]) << 8) | shade(pixels[at * 3 + 2]);
    const index = known.get(colour) ?? known.size;
    if (index > 255) return undefined;
    known.set(colour, index);
    indexes[at] = index;
  }
  const palette = Buffer.from([...known.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return { palette, indexes };
}

function pngOf(width: number, height: number, { palette, indexes }: Indexed): Buffer {
  const lines = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++)
    lines.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each pixel, which are places in the palette.
  header.set([8, 3, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(lines, { level: 9 });
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
