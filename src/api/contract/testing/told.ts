import type { Json } from '../../../json/index.js';
import type { Violation } from '../../violation.js';

/** Bodies by what is special about them. */
export type Bodies = Readonly<Record<string, Json>>;

/** What a check says of each body, as a text for people. */
export function told(bodies: Bodies, check: (body: Json) => readonly Violation[]): string {
  const paragraphs = Object.entries(bodies).map(([title, body]) => [
    title,
    ...check(body).map(({ where, message }) => `  ${where || '(body)'}: ${message}`),
  ]);
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
