import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { remove, replace } from '../making/edit.js';
import { complain } from '../making/requests.js';
import { errorOf, respond } from '../making/responses.js';
import { asking, both, gemini, on } from '../making/where.js';

const here = on(gemini);
const calls = '$.contents[*].parts[?@.functionCall]';
const signatures = '$.contents[*].parts[*].thoughtSignature';

/** Turns in another order or number; the last one, which asks, stays. */
function earlier(change: (turns: readonly unknown[]) => readonly unknown[]) {
  return replace('$.contents', (turns: unknown) =>
    Array.isArray(turns) ? [...change(turns.slice(0, -1)), ...turns.slice(-1)] : turns,
  );
}

export const promptFaults: readonly Fault[] = [
  {
    id: 'gemini.system-dropped',
    sentence: 'The systemInstruction of a request does not reach the model.',
    breaks: ['GEM-50'],
    deviate: forward(here, remove('$.systemInstruction')),
  },
  {
    id: 'gemini.oldest-turns-dropped',
    sentence: 'A conversation of more than four contents loses its first two.',
    breaks: ['GEM-51'],
    deviate: forward(
      here,
      earlier((turns) => (turns.length < 4 ? turns : turns.slice(2))),
    ),
  },
  {
    id: 'gemini.turns-reversed',
    sentence: 'The earlier contents of a request reach the model in reverse.',
    breaks: ['GEM-51'],
    deviate: forward(
      here,
      earlier((turns) => turns.toReversed()),
    ),
  },
  {
    id: 'gemini.turns-of-the-model-as-the-user',
    sentence: 'The contents of the role model reach the model as those of the user.',
    breaks: ['GEM-07', 'GEM-51'],
    deviate: forward(here, replace('$.contents[*].role', 'user')),
  },
  {
    id: 'gemini.turns-of-the-user-dropped',
    sentence: 'Of a conversation only the last content of the user reaches the model.',
    breaks: ['GEM-51'],
    deviate: forward(
      here,
      earlier((turns) => turns.filter((turn) => Reflect.get(Object(turn), 'role') === 'model')),
    ),
  },
  {
    id: 'gemini.returned-signature-lost',
    sentence: 'A part that comes back with its thoughtSignature loses it, and the provider refuses the call.',
    breaks: ['GEM-07'],
    seen: 'mlflow/mlflow#23989',
    deviate: complain(both(here, asking(signatures), asking(calls)), 'Function call is missing a thought_signature.'),
  },
  {
    id: 'gemini.returned-signature-refused',
    sentence: 'A part that comes back with its thoughtSignature is refused.',
    breaks: ['GEM-07'],
    deviate: complain(both(here, asking(signatures)), 'contents.1.parts.0: unknown field "thoughtSignature"'),
  },
  {
    id: 'gemini.returned-call-refused',
    sentence: 'A functionCall that comes back is refused.',
    breaks: ['GEM-07', 'GEM-27'],
    seen: 'mlflow/mlflow#24127',
    deviate: complain(both(here, asking(calls)), 'INVALID_ARGUMENT: Unknown name "id" at \'contents[1].parts[0]\''),
  },
  {
    id: 'gemini.two-responses-refused',
    sentence: 'The responses of two functions are split into two contents, which the provider refuses.',
    breaks: ['GEM-07', 'GEM-27'],
    seen: 'mlflow/mlflow#25788',
    deviate: complain(
      both(here, asking('$.contents[*].parts[1].functionResponse')),
      'Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.',
    ),
  },
  {
    id: 'gemini.text-of-a-response-as-500',
    sentence: 'The response of a function that is a text and no JSON is an internal error.',
    breaks: ['GEM-07', 'GEM-27'],
    seen: 'mlflow/mlflow#25781',
    deviate: respond(both(here, asking('$.contents[*].parts[*].functionResponse.response.result')), () =>
      errorOf(500, 'INTERNAL_ERROR', 'Internal error.'),
    ),
  },
];
