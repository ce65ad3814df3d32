import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { isRecord, remove, replace } from '../making/edit.js';
import { mend } from '../making/requests.js';
import { errorOf, respond, statuses } from '../making/responses.js';
import { both, on, responses } from '../making/where.js';

const api = on(responses);

export const responsesParameterFaults: readonly Fault[] = [
  {
    id: 'responses.limit-lost',
    sentence: 'The max_output_tokens of a request do not reach the model.',
    breaks: ['RESP-06', 'RESP-43', 'RESP-54'],
    seen: 'mofa-org/mofa#1341',
    deviate: forward(api, remove('$.max_output_tokens')),
  },
  {
    id: 'responses.limit-raised',
    sentence: 'A small max_output_tokens reaches the model as 64.',
    breaks: ['RESP-43'],
    deviate: forward(
      api,
      replace('$.max_output_tokens', (most: unknown) => Math.max(64, Number(most))),
    ),
  },
  {
    id: 'responses.falsy-parameters-lost',
    sentence: 'Parameters that are 0, false or empty do not reach the model.',
    breaks: ['RESP-54'],
    seen: 'infiniflow/ragflow#15388',
    deviate: forward(api, (body) =>
      isRecord(body) ? Object.fromEntries(Object.entries(body).filter(([, value]) => Boolean(value))) : body,
    ),
  },
  {
    id: 'responses.sampling-lost',
    sentence: 'The temperature of a request does not reach the model.',
    breaks: ['RESP-54'],
    seen: 'mofa-org/mofa#1341',
    deviate: forward(api, remove('$.temperature')),
  },
  {
    id: 'responses.metadata-lost',
    sentence: 'The metadata of a request do not reach the model.',
    breaks: ['RESP-54'],
    deviate: forward(api, remove('$.metadata')),
  },
  {
    id: 'responses.wrong-temperature-ignored',
    sentence: 'A temperature that is no number is left out instead of refused.',
    breaks: ['RESP-50'],
    deviate: mend(api, wellTyped('temperature')),
  },
  {
    id: 'responses.wrong-limit-ignored',
    sentence: 'A max_output_tokens that is no whole number is left out instead of refused.',
    breaks: ['RESP-50'],
    deviate: mend(api, (body) => {
      const most = isRecord(body) ? body['max_output_tokens'] : undefined;
      return Number.isInteger(most) ? body : remove('$.max_output_tokens')(body);
    }),
  },
  {
    id: 'responses.wrong-types-as-500',
    sentence: 'A parameter of the wrong type is an internal error.',
    breaks: ['RESP-50'],
    deviate: statuses(
      both(api, ({ body }) => wellTyped('temperature')(body) !== body),
      400,
      500,
    ),
  },
  {
    id: 'responses.input-object-answered',
    sentence: 'An input that is one message without a list is taken for a list.',
    breaks: ['RESP-50'],
    deviate: mend(
      api,
      replace('$.input', (input: unknown) => (isRecord(input) ? [input] : input)),
    ),
  },
  {
    id: 'responses.wrong-input-as-500',
    sentence: 'An input that is neither a text nor a list is an internal error.',
    breaks: ['RESP-50'],
    deviate: statuses(
      both(api, ({ body }) => !['string', 'object'].includes(typeof body?.['input'])),
      400,
      500,
    ),
  },
  {
    id: 'responses.temperature-clamped',
    sentence: 'A temperature outside its range is brought into it.',
    breaks: ['RESP-51'],
    deviate: mend(
      api,
      replace('$.temperature', (degrees: unknown) =>
        typeof degrees === 'number' ? Math.min(2, Math.max(0, degrees)) : degrees,
      ),
    ),
  },
  {
    id: 'responses.negative-limit-clamped',
    sentence: 'A negative max_output_tokens is taken for 16.',
    breaks: ['RESP-51'],
    seen: 'entrius/gittensor#1749',
    deviate: mend(
      api,
      replace('$.max_output_tokens', (most: unknown) => (Number(most) < 0 ? 16 : most)),
    ),
  },
  {
    id: 'responses.state-ignored',
    sentence: 'A request that refers to an earlier response is answered as if it did not.',
    breaks: ['RESP-12'],
    deviate: forward(api, remove('$.previous_response_id')),
  },
  {
    id: 'responses.background-ignored',
    sentence: 'A request to answer in the background is answered at once.',
    breaks: ['RESP-63'],
    deviate: forward(api, remove('$.background')),
  },
  {
    id: 'responses.hosted-tools-ignored',
    sentence: 'Tools of the provider are left out of a request.',
    breaks: ['RESP-11'],
    deviate: mend(api, remove("$.tools[?@.type != 'function']")),
  },
  {
    id: 'responses.truncation-as-500',
    sentence: 'A request with truncation is an internal error.',
    breaks: ['RESP-53'],
    deviate: respond(
      both(api, ({ body }) => body?.['truncation'] !== undefined),
      () => errorOf(500, 'INTERNAL_ERROR', 'json: unknown field "truncation"'),
    ),
  },
];

/** Without a parameter that is there and no number. */
function wellTyped(name: string): (body: unknown) => unknown {
  return (body) => {
    const value = isRecord(body) ? body[name] : undefined;
    return value === undefined || value === null || typeof value === 'number' ? body : remove(`$.${name}`)(body);
  };
}
