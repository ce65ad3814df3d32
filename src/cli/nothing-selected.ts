import type { Problem } from '../problem/index.js';

export function nothingSelected(suite: string): Problem {
  return {
    code: 'suite.selects-nothing',
    message: `nothing in the suite ${suite} fits what you asked for`,
    fix: 'see what there is with `gateway-conformance list`',
  };
}
