import type { Fault } from '../fault.js';
import { isRecord, merge, remove, replace } from '../making/edit.js';
import { exchangeLast } from '../making/last.js';
import { drop, editEvents, every, stream } from '../making/streams.js';
import { asking, both, chat, on } from '../making/where.js';
import { callArguments, callOpening, finish } from './chunk.js';

const here = on(chat);
const calls = '$.choices[*].delta.tool_calls[*]';
const reasons = '$.choices[*].finish_reason';

function finishesAs(from: string, to: string) {
  return editEvents(
    both(here, asking('$.tools')),
    finish,
    replace(reasons, (reason: unknown) => (reason === from ? to : reason)),
  );
}

export const streamToolCallFaults: readonly Fault[] = [
  {
    id: 'chat.streamed-calls-all-zero',
    sentence: 'All tool calls of a chat stream have the index 0.',
    breaks: ['CHAT-51', 'STREAM-12', 'STREAM-18'],
    seen: 'BerriAI/litellm#21331',
    deviate: editEvents(here, every, replace(`${calls}.index`, 0)),
  },
  {
    id: 'chat.streamed-calls-unnumbered',
    sentence: 'The tool calls of a chat stream have no index.',
    breaks: ['STREAM-16', 'STREAM-18'],
    seen: 'QuantumNous/new-api!671',
    deviate: editEvents(here, every, remove(`${calls}.index`)),
  },
  {
    id: 'chat.streamed-calls-from-one',
    sentence: 'The tool calls of a chat stream are numbered from 1.',
    breaks: ['STREAM-18'],
    seen: 'Portkey-AI/gateway#1275',
    deviate: editEvents(
      here,
      every,
      replace(`${calls}.index`, (index: unknown) => Number(index) + 1),
    ),
  },
  {
    id: 'chat.streamed-index-as-text',
    sentence: 'The indices of the tool calls of a chat stream are texts.',
    breaks: ['STREAM-18'],
    deviate: editEvents(here, every, replace(`${calls}.index`, String)),
  },
  {
    id: 'chat.streamed-call-without-list',
    sentence: 'A delta of a chat stream has a tool call, and no list of them.',
    breaks: ['STREAM-18'],
    deviate: editEvents(
      here,
      every,
      replace('$.choices[*].delta.tool_calls', (list: unknown) => (Array.isArray(list) ? list[0] : list)),
    ),
  },
  {
    id: 'chat.streamed-call-without-id',
    sentence: 'The first delta of a tool call has no id.',
    breaks: ['STREAM-16'],
    deviate: editEvents(here, callOpening, remove(`${calls}.id`)),
  },
  {
    id: 'chat.streamed-call-without-type',
    sentence: 'The first delta of a tool call does not state its type.',
    breaks: ['STREAM-16'],
    seen: 'vllm-project/vllm#16340',
    deviate: editEvents(here, callOpening, remove(`${calls}.type`)),
  },
  {
    id: 'chat.streamed-call-without-name',
    sentence: 'The first delta of a tool call does not name the function.',
    breaks: ['STREAM-16'],
    deviate: editEvents(here, callOpening, remove(`${calls}.function.name`)),
  },
  {
    id: 'chat.streamed-name-late',
    sentence: 'The deltas of a tool call name the function, but for the first.',
    breaks: ['STREAM-16', 'STREAM-17'],
    deviate: editEvents(here, every, replace(calls, nameLater)),
  },
  {
    id: 'chat.streamed-name-repeated',
    sentence: 'Each delta of a tool call names the function.',
    breaks: ['STREAM-17'],
    deviate: editEvents(here, callArguments, merge(`${calls}.function`, { name: 'get_weather' })),
  },
  {
    id: 'chat.streamed-name-null',
    sentence: 'The name of the function is null in all deltas of a tool call but the first.',
    breaks: ['STREAM-17'],
    seen: 'pgadmin-org/pgadmin4!9828',
    deviate: editEvents(here, callArguments, merge(`${calls}.function`, { name: null })),
  },
  {
    id: 'chat.streamed-id-repeated',
    sentence: 'Each delta of a tool call states its id.',
    breaks: ['STREAM-17'],
    deviate: () => {
      let id: unknown;
      const change = replace(calls, (call: unknown) => {
        id = Reflect.get(Object(call), 'id') ?? id;
        return Object.assign({}, call, { id });
      });
      return editEvents(here, every, change)();
    },
  },
  {
    id: 'chat.streamed-calls-same-id',
    sentence: 'All tool calls of a chat stream have the same id.',
    breaks: ['CHAT-27'],
    deviate: editEvents(here, callOpening, replace(`${calls}.id`, 'call_0')),
  },
  {
    id: 'chat.streamed-arguments-as-object',
    sentence: 'The arguments of a streamed tool call are an object, and no text.',
    breaks: ['STREAM-19'],
    deviate: editEvents(here, callArguments, replace(`${calls}.function.arguments`, { city: 'Bern' })),
  },
  {
    id: 'chat.streamed-arguments-begin-with-an-object',
    sentence: 'The arguments of a streamed tool call begin with an empty object in the place of an empty text.',
    breaks: ['STREAM-19'],
    deviate: editEvents(here, callOpening, replace(`${calls}.function.arguments`, {})),
  },
  {
    id: 'chat.streamed-arguments-begin-with-braces',
    sentence: 'The arguments of a streamed tool call begin with the text of an empty object.',
    breaks: ['STREAM-19'],
    deviate: editEvents(here, callOpening, replace(`${calls}.function.arguments`, '{}')),
  },
  {
    id: 'chat.empty-arguments-break-streams',
    sentence: 'A chat stream ends with an error where the arguments of a tool call begin with an empty text.',
    breaks: ['CHAT-50', 'STREAM-12'],
    seen: 'BerriAI/litellm#40069',
    deviate: stream(here, function* (events) {
      for (const event of events) {
        const opens = callOpening()(event, 0);
        yield opens ? { data: JSON.stringify({ error: { message: 'Internal error.', code: 500 } }) } : event;
        if (opens) return;
      }
    }),
  },
  {
    id: 'chat.streamed-arguments-incomplete',
    sentence: 'The last fragment of the arguments of a chat stream is lost.',
    breaks: ['STREAM-19'],
    deviate: exchangeLast(here, callArguments, () => []),
  },
  {
    id: 'chat.streamed-arguments-quoted',
    sentence: 'Each fragment of the arguments of a streamed tool call is a JSON text.',
    breaks: ['STREAM-19'],
    deviate: editEvents(
      here,
      callArguments,
      replace(`${calls}.function.arguments`, (piece: unknown) => JSON.stringify(piece)),
    ),
  },
  {
    id: 'chat.streamed-arguments-lost',
    sentence: 'The arguments of streamed tool calls do not come.',
    breaks: ['CHAT-50', 'CHAT-51', 'STREAM-12', 'STREAM-19'],
    deviate: drop(here, callArguments),
  },
  {
    id: 'chat.streamed-calls-as-stop',
    sentence: 'A chat stream with tool calls finishes for stop.',
    breaks: ['STREAM-12', 'STREAM-20'],
    deviate: finishesAs('tool_calls', 'stop'),
  },
  {
    id: 'chat.streamed-finishes-for-no-call',
    sentence: 'A chat stream without tool calls finishes for tool_calls.',
    breaks: ['STREAM-20'],
    deviate: finishesAs('stop', 'tool_calls'),
  },
];

function nameLater(call: unknown): unknown {
  if (!isRecord(call) || !isRecord(call['function'])) return call;
  const { name, ...others } = call['function'];
  return { ...call, function: name === undefined ? { name: 'get_weather', ...others } : others };
}
