import { inflateSync } from 'node:zlib';

export interface Pixel {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** Far more than the first line of a picture; a small file that unpacks to gigabytes is not a picture. */
const maxOutputLength = 64 * 1024 * 1024;

const signatureLength = 8;
/** Colour types with 8 bits per channel: RGB and RGBA (PNG specification, third edition, 11.2.1). */
const channelsOf: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * The first pixel of a PNG with 8-bit RGB or RGBA; undefined for any other file. Filters and interlacing need no undoing:
 * every filter predicts 0 where nothing stands to the left and above, and the first pass begins with the same pixel.
 */
export function firstPixel(bytes: Uint8Array): Pixel | undefined {
  const chunks = chunksIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header?.length !== 13 || header[8] !== 8 || channelsOf[header[9] ?? 0] === undefined) return undefined;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  try {
    const [filter, red, green, blue] = inflateSync(packed, { maxOutputLength });
    if (filter === undefined || red === undefined || green === undefined || blue === undefined) return undefined;
    return { red, green, blue };
  } catch {
    return undefined;
  }
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Length, type, data, checksum; the checksum is not looked at. */
function chunksIn(file: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = signatureLength; start + 12 <= file.length; ) {
    const end = start + 8 + file.readUInt32BE(start);
    chunks.push({ type: file.toString('latin1', start + 4, start + 8), data: file.subarray(start + 8, end) });
    start = end + 4;
  }
  return chunks;
}
