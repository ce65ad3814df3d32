import { policyDenial } from '../../api/index.js';
import type { Json } from '../../json/index.js';
import type { Checks } from '../../spec/index.js';
import { errorIn, type JudgeContext, type ReadResponse, type Received } from '../answered.js';
import { statusFinding } from '../checks/status.js';
import { type Finding, fails, holds } from '../finding.js';
import { noCompletionFinding } from './claims-completion.js';
import { codeFinding } from './refusal.js';

/**
 * Whatever the gateway answers, it refuses. A server error and a 429 are no completion either, but a caller who may
 * would have got them as well, so they prove nothing; nor does a success in a form that no API here can read.
 * A redirect and a login page are refusals. So is 501: it says that the gateway won't, not that it failed.
 */
export function noCompletion(
  expected: NonNullable<Checks['no-completion']>,
  answer: Received,
  context: JudgeContext,
): readonly Finding[] {
  const { status } = expected;
  return [
    status === undefined ? refusedFinding(answer.response) : statusFinding('no-completion.status', status, answer),
    ...('code' in expected ? [codeFinding('no-completion.code', expected.code as Json, errorIn(answer.response))] : []),
    noCompletionFinding('no-completion.body', answer, context),
  ];
}

function refusedFinding(response: ReadResponse): Finding {
  const { status } = response;
  if (status >= 500 && status !== 501) {
    const message = `Status ${status} says that the server failed, not that it refused.`;
    return fails('no-completion.server-error', message, { found: status });
  }
  if (status === 429) {
    const message = 'Status 429 says that there are too many requests, not that this one is refused.';
    return fails('no-completion.throttled', message, { found: status });
  }
  if (status < 300 && !refusesWithSuccess(response)) {
    const message = `Status ${status} says success, and the body does not say otherwise.`;
    return fails('no-completion.refused', message, { found: status });
  }
  return holds('no-completion.refused', `The gateway refused, with status ${status}.`);
}

/** A login page, a denial by a service policy, or an error that came with a wrong status. */
function refusesWithSuccess(response: ReadResponse): boolean {
  if (response.body.kind === 'html') return true;
  if (response.body.kind !== 'json') return false;
  return policyDenial(response.body.value) !== undefined || envelopes.includes(errorIn(response).kind);
}

const envelopes: readonly string[] = ['databricks', 'auth-layer', 'openai', 'anthropic', 'google'];
