import { firstPixel, type Pixel } from './png.js';
import type { Image, Prompt } from './prompt.js';
import { questionOf } from './question.js';
import { type ReplyRule, say } from './reply.js';

const colours: Readonly<Record<string, Pixel>> = {
  red: { red: 255, green: 0, blue: 0 },
  green: { red: 0, green: 255, blue: 0 },
  blue: { red: 0, green: 0, blue: 255 },
  white: { red: 255, green: 255, blue: 255 },
  black: { red: 0, green: 0, blue: 0 },
};

/** Asked for the color of images, the script names that of each one's first pixel. */
export const nameColours: ReplyRule = (prompt) => {
  const images = lastImages(prompt);
  if (images.length === 0 || !/colou?r/i.test(questionOf(prompt))) return undefined;
  return say(images.map(colourOf).join(', '));
};

function lastImages({ turns }: Prompt): readonly Image[] {
  return turns.findLast((turn) => turn.role === 'user')?.images ?? [];
}

function colourOf({ bytes }: Image): string {
  const pixel = firstPixel(bytes);
  if (pixel === undefined) return 'unknown';
  const byDistance = Object.entries(colours).map(([name, colour]) => ({ name, distance: distance(pixel, colour) }));
  return byDistance.reduce((nearest, other) => (other.distance < nearest.distance ? other : nearest)).name;
}

function distance(a: Pixel, b: Pixel): number {
  return (a.red - b.red) ** 2 + (a.green - b.green) ** 2 + (a.blue - b.blue) ** 2;
}
