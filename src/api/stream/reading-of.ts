import type { Answer } from '../answer.js';
import { present } from '../fields.js';
import type { StreamReading, StreamViolation } from './reading.js';

/** What every grammar has gathered when the last frame is read. */
interface Gathered {
  readonly error?: NonNullable<StreamReading['error']>;
  readonly firstToken?: number;
  readonly terminal?: number;
}

/** The reading of a stream from its draft: an error counts before a terminal event, neither of them is a cut. */
export function readingOf(
  answer: Answer | undefined,
  violations: readonly StreamViolation[],
  { error, firstToken, terminal }: Gathered,
): StreamReading {
  return {
    answer,
    violations,
    end: error !== undefined ? 'error' : terminal !== undefined ? 'complete' : 'cut',
    ...present({ error, firstToken, terminal }),
  };
}
