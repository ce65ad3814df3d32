import type { Json } from '../../json/index.js';
import { inWords, nameOf, shown } from '../words.js';
import { longestMatchedText } from './limits.js';

/** One difference between what a spec expects and what was found. */
export interface Mismatch {
  /** JSON Pointer from the value that was matched. */
  readonly where: string;
  /** The JSONPath that led there, when it selected nothing. */
  readonly query?: string;
  /** What was expected, in words: `a text that contains "x"`. */
  readonly wants: string;
  readonly expected: Json;
  /** Undefined when nothing is there. */
  readonly found: Json | undefined;
  /** Nobody knows whether the value would be accepted. Its negation doesn't hold either. */
  readonly undecided?: true;
}

const longest = longestMatchedText.toLocaleString('en');
const undecidable = ` This can't be decided: something is missing, the matcher is malformed, or a text is longer than ${longest} characters.`;

/** What a finding says of a mismatch. */
export function differenceOf(mismatch: Mismatch, subject = subjectOf(mismatch)) {
  const { wants, expected, found, undecided } = mismatch;
  const is = found === undefined && mismatch.query !== undefined ? 'selects nothing' : `is ${inWords(found)}`;
  return {
    message: `${subject} ${is}; expected ${wants}.${undecided && found !== undefined ? undecidable : ''}`,
    expected: shown(expected),
    ...(found === undefined ? {} : { found: shown(found) }),
  };
}

function subjectOf({ where, query }: Mismatch): string {
  return query === undefined ? nameOf(where) : `\`${query}\``;
}
