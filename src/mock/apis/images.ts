import type { Image } from '../script/prompt.js';
import type { Rule } from './rules.js';

/** The types that OpenAI, Anthropic and Google all document for images, told apart by how their bytes begin. */
const beginsAs: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  'image/png': (bytes) => bytes.subarray(0, 8).equals(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff)),
  'image/gif': (bytes) => bytes.toString('latin1', 0, 4) === 'GIF8',
  'image/webp': (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
};

/** The only images that the script can look at. */
export const readableImage = 'image/png';

/** The base64 of an image, which has to be of the type that it is said to be. */
export function imageData(mediaType: unknown): Rule {
  return (value, path) => {
    const begins = typeof mediaType === 'string' ? beginsAs[mediaType] : undefined;
    if (begins === undefined) return `${path}: the media type must be one of ${Object.keys(beginsAs).join(', ')}`;
    const bytes = typeof value === 'string' ? decoded(value) : undefined;
    if (bytes === undefined) return `${path}: must be valid base64`;
    return begins(bytes) ? undefined : `${path}: the image is not of the media type ${mediaType}`;
  };
}

/** The parts of a `data:` URL (RFC 2397) with base64; undefined for any other text. */
export function dataUrl(url: string): { readonly mediaType: string; readonly base64: string } | undefined {
  const comma = url.indexOf(',');
  const [, mediaType] = /^data:([^;,]+);base64$/.exec(url.slice(0, Math.max(comma, 0))) ?? [];
  return mediaType === undefined ? undefined : { mediaType, base64: url.slice(comma + 1) };
}

/** An image without complaint. */
export function imageOf(mediaType: string, base64: string): Image {
  return { mediaType, bytes: Buffer.from(base64, 'base64') };
}

/** Buffer skips what is not base64 instead of refusing it; what comes back the same was base64. */
function decoded(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length > 0 && bytes.toString('base64') === base64 ? bytes : undefined;
}
