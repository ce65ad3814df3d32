import type { ServicePolicy } from '../account/service-policy.js';
import type { Asked } from '../deviation/asked.js';
import type { Fault } from './fault.js';
import { all, finds, isRecord, merge, remove, replace } from './making/edit.js';
import { answers, errorOf, respond } from './making/responses.js';
import { believeServices } from './making/services.js';
import { editEvents, every } from './making/streams.js';
import { anywhere, chat, conversations, on, onModelApis } from './making/where.js';

const denied = finds('$.databricks_service_policy');

/** Gives services with a policy another one, or none. */
function governedBy(change: (policy: ServicePolicy) => ServicePolicy | undefined): Fault['deviate'] {
  return believeServices(({ policy, ...service }) => {
    const other = policy && change(policy);
    return other === undefined ? service : { ...service, policy: other };
  });
}

/** Edits answers that tell of a denial. */
function editDenials(edit: (value: unknown) => unknown): Fault['deviate'] {
  return answers(on(conversations), (value: unknown) => (denied(value) ? edit(value) : value));
}

/** What the model would have said, which the script of the simulated account takes from the prompt. */
function answerTo({ body }: Asked): string {
  return /Repeat exactly: ([^"\\]+)/.exec(JSON.stringify(body ?? {}))?.[1] ?? '';
}

export const policyFaults: readonly Fault[] = [
  {
    id: 'policies.not-asked',
    sentence: 'Service policies are not asked.',
    breaks: ['POLICY-01', 'POLICY-05', 'POLICY-07', 'POLICY-10', 'POLICY-11'],
    deviate: governedBy(() => undefined),
  },
  {
    id: 'policies.asked-only-before-the-call',
    sentence: 'Service policies judge requests and not responses.',
    breaks: ['POLICY-05', 'POLICY-06', 'POLICY-11'],
    deviate: governedBy((policy) => (['denies-result', 'redacts'].includes(policy.effect) ? undefined : policy)),
  },
  {
    id: 'policies.failing-ones-let-pass',
    sentence: 'What a policy cannot judge is let through.',
    breaks: ['POLICY-10'],
    deviate: governedBy((policy) => (policy.effect === 'fails' ? undefined : policy)),
  },
  {
    id: 'policies.denial-as-403',
    sentence: 'A denial by a policy comes with status 403.',
    breaks: ['POLICY-01', 'POLICY-05'],
    deviate: respond(onModelApis, (message) =>
      message.body.kind === 'json' && denied(message.body.value)
        ? errorOf(403, 'PERMISSION_DENIED', 'Denied by a service policy.')
        : message,
    ),
  },
  {
    id: 'policies.denial-not-told',
    sentence: 'A denial looks like an answer with a friendly text.',
    breaks: ['POLICY-01', 'POLICY-05'],
    deviate: editDenials(remove('$.databricks_service_policy')),
  },
  {
    id: 'policies.phases-swapped',
    sentence: 'A denial states the other phase.',
    breaks: ['POLICY-01', 'POLICY-05'],
    deviate: editDenials(
      replace('$.databricks_service_policy.phase', (phase: unknown) =>
        phase === 'pre_call' ? 'post_call' : 'pre_call',
      ),
    ),
  },
  {
    id: 'policies.action-unsaid',
    sentence: 'A denial does not say that it is one.',
    breaks: ['POLICY-01', 'POLICY-05'],
    deviate: editDenials(replace('$.databricks_service_policy.action', 'allow')),
  },
  {
    id: 'policies.denial-ends-with-stop',
    sentence: 'A denial ends with the finish_reason stop.',
    breaks: ['POLICY-02'],
    deviate: editDenials(replace('$..finish_reason', 'stop')),
  },
  {
    id: 'policies.denied-calls-are-billed',
    sentence: 'A request that is denied before the call has used tokens.',
    breaks: ['POLICY-03'],
    deviate: editDenials((value) =>
      finds('$[?@.phase == "pre_call"]')(value)
        ? merge('$.usage', { prompt_tokens: 12, total_tokens: 12 })(value)
        : value,
    ),
  },
  {
    id: 'policies.denied-results-are-free',
    sentence: 'A response that is denied after the call has used no tokens.',
    breaks: ['POLICY-06'],
    deviate: editDenials(replace('$.usage.*', 0)),
  },
  {
    id: 'policies.block-under-an-ordinary-id',
    sentence: 'A request that is denied before the call gets an ordinary id.',
    breaks: ['POLICY-04'],
    deviate: editDenials(replace('$.id', 'chatcmpl-1234')),
  },
  {
    id: 'policies.denied-prompt-quoted',
    sentence: 'A denial quotes what was denied.',
    breaks: ['POLICY-07'],
    deviate: answers(on(conversations), (value: unknown, { body }) =>
      denied(value) ? merge('$', { denied_request: JSON.stringify(body) })(value) : value,
    ),
  },
  {
    id: 'policies.passing-ones-told',
    sentence: 'An answer that every policy let pass tells of them.',
    breaks: ['POLICY-08'],
    deviate: answers(on(conversations), (value: unknown) =>
      denied(value) ? value : merge('$', { databricks_service_policy: { action: 'allow' } })(value),
    ),
  },
  {
    id: 'policies.redaction-told-by-nothing',
    sentence: 'A policy that redacts leaves nothing of the answer.',
    breaks: ['POLICY-11'],
    deviate: governedBy((policy) => (policy.effect === 'redacts' ? { ...policy, effect: 'denies-result' } : policy)),
  },
  {
    id: 'policies.denial-in-another-shape',
    sentence: 'A denial is told in the first choice.',
    breaks: ['POLICY-09'],
    deviate: answers(on(chat), (value: unknown) =>
      denied(value)
        ? all(remove('$.databricks_service_policy'), merge('$.choices[0]', { policy: 'deny' }))(value)
        : value,
    ),
  },
  {
    id: 'policies.denial-in-the-message',
    sentence: 'A denial is told in the message of the choice, and not at the top of the answer.',
    breaks: ['POLICY-01', 'POLICY-05'],
    deviate: answers(on(chat), (value: unknown) => {
      const denial = isRecord(value) ? value['databricks_service_policy'] : undefined;
      if (denial === undefined) return value;
      const moved = merge('$.choices[*].message', { databricks_service_policy: denial })(value);
      return remove('$.databricks_service_policy')(moved);
    }),
  },
  {
    id: 'policies.denied-without-usage',
    sentence: 'A request that is denied has no usage.',
    breaks: ['POLICY-03', 'POLICY-06'],
    deviate: answers(on(chat), (value: unknown) => (denied(value) ? remove('$.usage')(value) : value)),
  },
  {
    id: 'policies.denied-answer-kept',
    sentence: 'A denied answer keeps beside its refusal what the model said.',
    breaks: ['POLICY-07'],
    deviate: answers(onModelApis, (value, asked) =>
      denied(value) ? merge('$', { original_response: answerTo(asked) })(value) : value,
    ),
  },
  {
    id: 'policies.denied-answer-quoted',
    sentence: 'The reason of a denial quotes what the model said.',
    breaks: ['POLICY-07'],
    deviate: answers(onModelApis, (value, asked) =>
      merge('$.databricks_service_policy', { reason: `The response "${answerTo(asked)}" is denied.` })(value),
    ),
  },
  {
    id: 'policies.denial-without-a-name',
    sentence: 'A denial does not name the service policy.',
    breaks: ['POLICY-09', 'POLICY-13'],
    deviate: answers(onModelApis, remove('$.databricks_service_policy.name')),
  },
  {
    id: 'policies.denied-stream-does-not-say-so',
    sentence: 'A stream that is denied does not tell of a service policy.',
    breaks: ['POLICY-13'],
    deviate: editEvents(anywhere, every, remove('$.databricks_service_policy')),
  },
];
