import type { ServicePolicy } from '../account/service-policy.js';
import type { Answer } from '../script/answer.js';

const emailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** What a policy that redacts leaves of an answer. What stands in the place of sensitive data is not public. */
export function redacted(answer: Answer, policy: ServicePolicy | undefined): Answer {
  return policy?.effect === 'redacts'
    ? { ...answer, text: answer.text.replaceAll(emailAddress, '[REDACTED]') }
    : answer;
}
