import { shortened, visibleLine } from '../visible.js';

/** Of a text of any length, one line of at most so many characters; the rest of a megabyte is not looked at. */
export function lineOf(text: string, most: number): string {
  return shortened(visibleLine(shortened(text, 4 * most)), most);
}
