import type { Obstacle } from '../outcome.js';
import type { TestCase } from './test-case.js';

/** An obstacle as a case that is not green. */
export function obstacleCase({ id, title, message, error }: Obstacle): TestCase {
  return {
    name: `${id} ${title}`,
    className: 'gate',
    durationMs: 0,
    assertions: 0,
    properties: [],
    outcome: { kind: error ? 'error' : 'failure', message, type: error ? title : 'gate', text: message },
    attempts: [],
    output: '',
  };
}
