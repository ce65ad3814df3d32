import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Picture, pngOf } from '../testing/png.js';
import { promptOf, user } from '../testing/prompts.js';
import { complete } from './complete.js';

const image = (bytes: Uint8Array) => ({ mediaType: 'image/png', bytes });

function said(question: string, ...images: readonly Uint8Array[]): string {
  return complete(promptOf({ turns: [user(question, images.map(image))] }), false).text;
}

describe('the color of an image', () => {
  it.each<[picture: Picture, name: string]>([
    [{ colour: [255, 0, 0] }, 'red'],
    [{ colour: [0, 255, 0, 255] }, 'green'],
    [{ colour: [10, 20, 200] }, 'blue'],
    [{ colour: [250, 250, 250, 255] }, 'white'],
    [{ colour: [0, 0, 0], width: 1, height: 1 }, 'black'],
    ...[1, 2, 3, 4].map((filter): [Picture, string] => [{ colour: [0, 0, 255], width: 9, height: 9, filter }, 'blue']),
  ])('%j is %s', (picture, name) => {
    expect(said('What color is this?', pngOf(picture))).toBe(name);
  });

  it('is told for each image, in order', () => {
    const images = [pngOf({ colour: [0, 0, 255] }), pngOf({ colour: [255, 0, 0] })];
    expect(said('Name the colour of each image.', ...images)).toBe('blue, red');
  });

  it('is not told when nobody asks for it', () => {
    expect(said('Say hello.', pngOf({ colour: [255, 0, 0] }))).toContain('Hello');
  });

  it('is not told without an image', () => {
    expect(said('What color is the sky?')).toContain('Hello');
  });

  const png = pngOf({ colour: [255, 0, 0] });
  const damaged = (place: number, value: number) => {
    const copy = Buffer.from(png);
    copy[place] = value;
    return copy;
  };
  it.each<[what: string, bytes: Uint8Array]>([
    ['nothing', Buffer.alloc(0)],
    ['a signature alone', png.subarray(0, 8)],
    ['half a file', png.subarray(0, 40)],
    ['a chunk that is longer than the file', damaged(8, 255)],
    ['16 bits for each channel', damaged(24, 16)],
    ['a palette', damaged(25, 3)],
    ['what does not unpack', damaged(41, 0)],
    ['no pixel', Buffer.concat([png.subarray(0, 33), emptyData()])],
  ])('of %s is unknown', (_, bytes) => {
    expect(said('What color is this?', bytes)).toBe('unknown');
  });
});

function emptyData(): Buffer {
  const data = deflateSync(Buffer.alloc(0));
  return Buffer.concat([Buffer.of(0, 0, 0, data.length), Buffer.from('IDAT'), data, Buffer.alloc(4)]);
}
