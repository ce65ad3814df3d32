import type { Obstacle } from '../gate/obstacles.js';
import { lineOf } from './line-of.js';
import type { TestCase } from './test-case.js';

const longestMessage = 200;
const longestText = 16 * 1024;

/** An obstacle as a case that is not green. */
export function obstacleCase({ id, title, type, message, error }: Obstacle): TestCase {
  return {
    name: lineOf(`${id} ${title}`, longestMessage),
    className: 'gate',
    durationMs: 0,
    assertions: 0,
    properties: [],
    outcome: {
      kind: error ? 'error' : 'failure',
      message: lineOf(message, longestMessage),
      type,
      text: lineOf(message, longestText),
    },
    attempts: [],
    output: '',
  };
}
