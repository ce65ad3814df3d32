import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { all, merge, remove, rename, replace } from '../making/edit.js';
import { outputItems } from '../making/response-objects.js';
import { answers, errorOf, respond } from '../making/responses.js';
import { both, on, responses, saying } from '../making/where.js';

const api = on(responses);
const calls = "$.output[?@.type == 'function_call']";

export const responsesToolFaults: readonly Fault[] = [
  {
    id: 'responses.call-without-call-id',
    sentence: 'A function_call has an id and no call_id.',
    breaks: ['RESP-07'],
    deviate: answers(api, remove(`${calls}.call_id`)),
  },
  {
    id: 'responses.call-of-another-name',
    sentence: 'A function_call has the name of its function in other letter case.',
    breaks: ['RESP-07', 'RESP-20', 'RESP-21'],
    deviate: answers(
      api,
      replace(`${calls}.name`, (name: unknown) => String(name).toUpperCase()),
    ),
  },
  {
    id: 'responses.arguments-as-object',
    sentence: 'The arguments of a function_call are an object instead of its JSON text.',
    breaks: ['RESP-07'],
    deviate: answers(
      api,
      replace(`${calls}.arguments`, (text: unknown) => JSON.parse(String(text))),
    ),
  },
  {
    id: 'responses.arguments-encoded-twice',
    sentence: 'The arguments of a function_call are encoded twice.',
    breaks: ['RESP-07', 'RESP-20'],
    seen: 'JetBrains/koog#2095',
    deviate: answers(
      api,
      replace(`${calls}.arguments`, (text: unknown) => JSON.stringify(text)),
    ),
  },
  {
    id: 'responses.no-arguments-as-empty-text',
    sentence: 'A function_call without arguments has an empty text as its arguments.',
    breaks: ['RESP-07', 'RESP-20'],
    deviate: answers(
      api,
      replace(`${calls}.arguments`, (text: unknown) => (text === '{}' ? '' : text)),
    ),
  },
  {
    id: 'responses.arguments-as-texts',
    sentence: 'The numbers in the arguments of a function_call are texts.',
    breaks: ['RESP-20'],
    deviate: answers(
      api,
      replace(`${calls}.arguments`, (text: unknown) => String(text).replace(/:(-?\d+(\.\d+)?)(?=[,}])/g, ':"$1"')),
    ),
  },
  {
    id: 'responses.call-as-text',
    sentence: 'A function_call comes as the text of a message.',
    breaks: ['RESP-20', 'RESP-21', 'RESP-22', 'RESP-24'],
    seen: 'runpod-workers/worker-vllm#271',
    deviate: answers(
      api,
      replace(calls, (call: unknown) => ({
        id: 'msg_0',
        type: 'message',
        status: 'completed',
        role: 'assistant',
        content: [{ type: 'output_text', text: JSON.stringify(call), annotations: [], logprobs: [] }],
      })),
    ),
  },
  {
    id: 'responses.tools-lost',
    sentence: 'The functions of a request do not reach the model.',
    breaks: ['RESP-20', 'RESP-21', 'RESP-22', 'RESP-24', 'RESP-28'],
    seen: 'BerriAI/litellm#7788',
    deviate: forward(api, all(remove('$.tools'), remove('$.tool_choice'))),
  },
  {
    id: 'responses.tool-choice-lost',
    sentence: 'The tool_choice of a request does not reach the model.',
    breaks: ['RESP-21', 'RESP-22', 'RESP-23'],
    seen: 'maximhq/bifrost!7348',
    deviate: forward(api, remove('$.tool_choice')),
  },
  {
    id: 'responses.forced-function-as-required',
    sentence: 'A tool_choice that names a function reaches the model as required.',
    breaks: ['RESP-21'],
    deviate: forward(
      api,
      replace('$.tool_choice', (choice: unknown) => (typeof choice === 'object' ? 'required' : choice)),
    ),
  },
  {
    id: 'responses.one-call-of-several',
    sentence: 'Of several calls at once only the first is in the response.',
    breaks: ['RESP-24'],
    deviate: answers(api, remove(`$.output[1:]`)),
  },
  {
    id: 'responses.parallel-calls-never',
    sentence: 'Every request reaches the model with parallel_tool_calls false.',
    breaks: ['RESP-24'],
    deviate: forward(api, merge('$', { parallel_tool_calls: false })),
  },
  {
    id: 'responses.parallel-calls-always',
    sentence: 'The parallel_tool_calls of a request do not reach the model.',
    breaks: ['RESP-33', 'RESP-54'],
    seen: 'theopenco/llmgateway#4149',
    deviate: forward(api, remove('$.parallel_tool_calls')),
  },
  {
    id: 'responses.call-ids-equal',
    sentence: 'Two function_call items of a response have the same call_id.',
    breaks: ['RESP-25', 'RESP-07'],
    deviate: outputItems(replace('$.call_id', 'call_0')),
  },
  {
    id: 'responses.arguments-in-ascii',
    sentence: 'Characters outside ASCII in arguments come as question marks.',
    breaks: ['RESP-26'],
    deviate: answers(
      api,
      replace(`${calls}.arguments`, (text: unknown) => String(text).replace(/[^\p{ASCII}]/gu, '?')),
    ),
  },
  {
    id: 'responses.arguments-escaped-twice',
    sentence: 'Characters outside ASCII in arguments are escaped twice.',
    breaks: ['RESP-26'],
    deviate: answers(
      api,
      replace(`${calls}.arguments`, (text: unknown) =>
        String(text).replace(/[^\p{ASCII}]/gu, (one) => `\\\\u${one.codePointAt(0)?.toString(16).padStart(4, '0')}`),
      ),
    ),
  },
  {
    id: 'responses.outputs-lost',
    sentence: 'What a function returned does not reach the model.',
    breaks: ['RESP-27'],
    deviate: forward(
      api,
      all(remove("$.input[?@.type == 'function_call']"), remove("$.input[?@.type == 'function_call_output']")),
    ),
  },
  {
    id: 'responses.outputs-swapped',
    sentence: 'What two functions returned reaches the model with the call_id of the first.',
    breaks: ['RESP-27'],
    deviate: forward(api, replace("$.input[?@.type == 'function_call_output'].call_id", 'call_first')),
  },
  {
    id: 'responses.outputs-refused',
    sentence: 'A conversation with several function outputs is refused.',
    breaks: ['RESP-27'],
    seen: 'mlflow/mlflow#25788',
    deviate: respond(both(api, hasSeveralOutputs), () =>
      errorOf(400, 'BAD_REQUEST', 'The number of function responses does not fit the number of function calls.'),
    ),
  },
  {
    id: 'responses.plain-output-refused',
    sentence: 'A function output that is no JSON is an internal error.',
    breaks: ['RESP-27'],
    seen: 'mlflow/mlflow#25781',
    deviate: respond(both(api, saying('function_call_output')), () =>
      errorOf(500, 'INTERNAL_ERROR', 'Expecting value: line 1 column 1 (char 0)'),
    ),
  },
  {
    id: 'responses.descriptions-lost',
    sentence: 'The description of a function does not reach the model.',
    breaks: ['RESP-28'],
    deviate: forward(api, remove('$.tools[*].description')),
  },
  {
    id: 'responses.parameters-simplified',
    sentence: 'The parameters of a function reach the model without their bounds and choices.',
    breaks: ['RESP-28'],
    deviate: forward(api, all(remove('$.tools[*].parameters..minimum'), remove('$.tools[*].parameters..enum'))),
  },
  {
    id: 'responses.tools-of-chat',
    sentence: 'The name of a function does not reach the model.',
    breaks: ['RESP-28'],
    deviate: forward(api, rename('$.tools[*]', 'name', 'title')),
  },
  {
    id: 'responses.calls-require-action',
    sentence: 'A response that calls functions has the status requires_action, as Assistants have it.',
    breaks: ['RESP-39'],
    deviate: answers(both(api, saying('function')), replace('$.status', 'requires_action')),
  },
];

function hasSeveralOutputs({ body }: { readonly body?: Readonly<Record<string, unknown>> }): boolean {
  return JSON.stringify(body ?? {}).split('"function_call_output"').length > 2;
}
