import type { Fault } from '../fault.js';
import { all, isRecord, remove, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { ofText } from '../making/texts.js';
import { chat, on } from '../making/where.js';

const here = on(chat);
const message = '$.choices[*].message';
const calls = `${message}.tool_calls[*]`;

const asStop = replace('$.choices[*].finish_reason', (reason: unknown) => (reason === 'tool_calls' ? 'stop' : reason));

/** The whole message with a text in the place of its calls. */
function inWords(old: unknown): unknown {
  if (!isRecord(old) || !('tool_calls' in old)) return old;
  const { tool_calls, ...rest } = old;
  return { ...rest, content: `<tool_call>${JSON.stringify(tool_calls)}</tool_call>` };
}

function likeTheFirst(list: unknown): unknown {
  const [first] = Array.isArray(list) ? list : [];
  return isRecord(first)
    ? replace('$[*].function.arguments', Reflect.get(Object(first['function']), 'arguments'))(list)
    : list;
}

export const toolCallFaults: readonly Fault[] = [
  {
    id: 'chat.calls-dropped',
    sentence: 'A completion that finishes for tool_calls has none.',
    breaks: ['CHAT-24', 'CHAT-36', 'CHAT-50', 'CHAT-51', 'CHAT-52'],
    seen: 'api7/aisix#170',
    deviate: answers(
      here,
      all(
        remove(`${message}.tool_calls`),
        replace(`${message}.content`, (content: unknown) => content ?? ''),
      ),
    ),
  },
  {
    id: 'chat.calls-as-text',
    sentence: 'The tool calls of a completion come as text.',
    breaks: ['CHAT-36', 'CHAT-50', 'CHAT-51', 'CHAT-52'],
    seen: 'runpod-workers/worker-vllm#271',
    deviate: answers(here, all(replace(message, inWords), asStop)),
  },
  {
    id: 'chat.call-without-id',
    sentence: 'A tool call of a completion has no id.',
    breaks: ['CHAT-25'],
    deviate: answers(here, remove(`${calls}.id`)),
  },
  {
    id: 'chat.call-with-an-empty-id',
    sentence: 'The id of a tool call of a completion is empty.',
    breaks: ['CHAT-25'],
    deviate: answers(here, replace(`${calls}.id`, '')),
  },
  {
    id: 'chat.call-without-type',
    sentence: 'A tool call of a completion does not state its type.',
    breaks: ['CHAT-25'],
    deviate: answers(here, remove(`${calls}.type`)),
  },
  {
    id: 'chat.call-of-messages',
    sentence: 'The type of a tool call of a completion is tool_use.',
    breaks: ['CHAT-25'],
    deviate: answers(here, replace(`${calls}.type`, 'tool_use')),
  },
  {
    id: 'chat.call-without-name',
    sentence: 'A tool call of a completion names no function.',
    breaks: ['CHAT-25', 'CHAT-28'],
    deviate: answers(here, replace(`${calls}.function.name`, '')),
  },
  {
    id: 'chat.same-id-for-all-calls',
    sentence: 'All tool calls of a completion have the same id.',
    breaks: ['CHAT-27'],
    deviate: answers(here, replace(`${calls}.id`, 'call_0')),
  },
  {
    id: 'chat.name-of-call-prefixed',
    sentence: 'The names of called functions have a prefix of the provider.',
    breaks: ['CHAT-28', 'CHAT-36', 'CHAT-50', 'CHAT-51'],
    deviate: answers(
      here,
      replace(
        `${calls}.function.name`,
        ofText((name) => `functions.${name}`),
      ),
    ),
  },
  {
    id: 'chat.second-call-dropped',
    sentence: 'Of several tool calls of a completion only the first comes.',
    breaks: ['CHAT-51'],
    deviate: answers(here, remove(`${message}.tool_calls[1:]`)),
  },
  {
    id: 'chat.calls-reversed',
    sentence: 'The tool calls of a completion come in reverse.',
    breaks: ['CHAT-51'],
    deviate: answers(
      here,
      replace(`${message}.tool_calls`, (list: unknown) => (Array.isArray(list) ? list.toReversed() : list)),
    ),
  },
  {
    id: 'chat.arguments-of-the-first-call',
    sentence: 'All tool calls of a completion have the arguments of the first.',
    breaks: ['CHAT-51'],
    deviate: answers(here, replace(`${message}.tool_calls`, likeTheFirst)),
  },
];
