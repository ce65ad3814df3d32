import type { Json } from '../../json/index.js';
import type { StatusExpectation } from '../../spec/index.js';
import { errorIn, type Received } from '../answered.js';
import { type Finding, fails, holds } from '../finding.js';
import { cut, listed } from '../words.js';

/** The finding on the status, under the code of the check that asks for it. */
export function statusFinding(check: string, expected: StatusExpectation, { response }: Received): Finding {
  const { status } = response;
  if (statusIs(expected, status)) return holds(check, `The status is ${status}.`);
  const message = `The status is ${status}; expected ${statusInWords(expected)}.${whatItSays(response)}`;
  return fails(check, message, { expected: expected as Json, found: status });
}

export function statusIs(expected: StatusExpectation, status: number): boolean {
  if (typeof expected === 'number') return status === expected;
  if (typeof expected === 'string') return Math.floor(status / 100) === Number(expected[0]);
  return expected.includes(status);
}

function statusInWords(expected: StatusExpectation): string {
  return Array.isArray(expected) ? listed(expected.map(String), 'or') : String(expected);
}

/** An unexpected status is seldom understood without what the gateway says of it. */
function whatItSays(response: Received['response']): string {
  if (response.status < 400) return '';
  const error = errorIn(response);
  if (error.kind === 'html')
    return ` The body is a page${error.title === undefined ? '' : `: ${cut(error.title, 200)}`}.`;
  const message = 'message' in error ? error.message : undefined;
  return message ? ` The gateway says: ${cut(message, 200)}` : '';
}
