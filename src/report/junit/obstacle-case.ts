import type { Obstacle } from '../outcome.js';
import { lineOf } from './line-of.js';
import type { TestCase } from './test-case.js';

const longestMessage = 200;
const longestText = 16 * 1024;

/** An obstacle as a case that is not green. */
export function obstacleCase({ id, title, message, error }: Obstacle): TestCase {
  return {
    name: lineOf(`${id} ${title}`, longestMessage),
    className: 'gate',
    durationMs: 0,
    assertions: 0,
    properties: [],
    outcome: {
      kind: error ? 'error' : 'failure',
      message: lineOf(message, longestMessage),
      type: error ? title : 'gate',
      text: lineOf(message, longestText),
    },
    attempts: [],
    output: '',
  };
}
