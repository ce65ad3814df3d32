import type { JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { listAt, objectAt } from '../../fields.js';
import { identityKeys } from './state.js';
import { type Step, tell } from './step.js';

/** What both specifications require of every response, also of one that an event carries. */
const requiredKeys = [
  'id',
  'object',
  'created_at',
  'status',
  'error',
  'incomplete_details',
  'instructions',
  'model',
  'output',
  'parallel_tool_calls',
  'metadata',
  'tool_choice',
  'tools',
  'temperature',
  'top_p',
] as const;

/** The first reason why the response of an event is not whole, as a sentence may say it. */
export function partialResponse(event: JsonObject, statuses: readonly string[]): string | undefined {
  const response = objectAt(event, 'response');
  if (response === undefined) return `\`response\` that is ${describe(event['response'])}`;
  const wrong: readonly (readonly [key: string, holds: boolean])[] = [
    ...requiredKeys.map((key) => [key, response[key] !== undefined] as const),
    ['object', response['object'] === 'response'],
    ['output', listAt(response, 'output') !== undefined],
    ['status', statuses.some((status) => status === response['status'])],
    ['error', response['error'] === null || statuses.includes('failed')],
  ];
  const [key] = wrong.find(([, holds]) => !holds) ?? [];
  return key === undefined ? undefined : `a response whose \`${key}\` is ${describe(response[key])}`;
}

/** Sessions are resumed and costs are booked by these; a gateway may not change its mind on the way (BerriAI/litellm#38761). */
export function takeIdentity(step: Step): void {
  const { draft, event } = step;
  const response = objectAt(event, 'response') ?? {};
  for (const key of identityKeys) {
    const found = response[key];
    if (typeof found !== 'string' && typeof found !== 'number') continue;
    const known = draft.identity[key];
    if (known === undefined) draft.identity[key] = found;
    else if (known !== found) {
      tell(step, 'identity-constant', `\`${key}\` that is ${describe(found)}`, `${describe(known)} as before`);
    }
  }
}
