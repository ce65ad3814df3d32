import { crc32, deflateSync } from 'node:zlib';

export interface Picture {
  readonly colour: readonly number[];
  readonly width?: number;
  readonly height?: number;
  /** The filter of every line; the first line of one colour looks different under each. */
  readonly filter?: number;
}

/** A PNG of one colour, RGB or RGBA (PNG specification, third edition). */
export function pngOf({ colour, width = 2, height = 2, filter = 0 }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colour.length === 4 ? 6 : 2], 8);
  const lines = Array.from({ length: height }, (_, line) => filtered(colour, width, line > 0, filter));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Where all neighbours have one colour, a filter leaves it as it is or nothing of it. */
function filtered(colour: readonly number[], width: number, below: boolean, filter: number): Buffer {
  const nothing = colour.map(() => 0);
  const half = colour.map((value) => value - Math.floor(value / 2));
  const pixel = (column: number): readonly number[] => {
    switch (filter) {
      case 1:
        return column > 0 ? nothing : colour;
      case 2:
        return below ? nothing : colour;
      case 3:
        return column > 0 && below ? nothing : column > 0 || below ? half : colour;
      case 4:
        return column > 0 || below ? nothing : colour;
      default:
        return colour;
    }
  };
  return Buffer.from([filter, ...Array.from({ length: width }, (_, column) => pixel(column)).flat()]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
