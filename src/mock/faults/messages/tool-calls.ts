import type { Fault } from '../fault.js';
import { all, isRecord, remove, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { asciiEscaped, composed, withIdentifiersForKeys } from '../making/texts.js';
import { messages, on } from '../making/where.js';

const here = on(messages);
const calls = "$.content[?@.type == 'tool_use']";
const asJson = (input: unknown) => JSON.stringify(input);

export const toolCallFaults: readonly Fault[] = [
  {
    id: 'messages.calls-dropped',
    sentence: 'A message that stops for tool_use has no tool_use block.',
    breaks: ['MSG-19', 'MSG-31', 'MSG-50', 'MSG-51', 'MSG-52'],
    seen: 'api7/aisix#170',
    deviate: answers(here, remove(calls)),
  },
  {
    id: 'messages.call-as-text',
    sentence: 'A tool call comes as text.',
    breaks: ['MSG-31', 'MSG-50', 'MSG-52'],
    deviate: answers(
      here,
      all(
        replace(calls, (call: unknown) => ({ type: 'text', text: `<tool_call>${asJson(call)}</tool_call>` })),
        replace('$.stop_reason', (reason: unknown) => (reason === 'tool_use' ? 'end_turn' : reason)),
      ),
    ),
  },
  {
    id: 'messages.calls-as-end-turn',
    sentence: 'A message with a tool_use block stops for end_turn.',
    breaks: ['MSG-19'],
    deviate: answers(
      here,
      replace('$.stop_reason', (reason: unknown) => (reason === 'tool_use' ? 'end_turn' : reason)),
    ),
  },
  {
    id: 'messages.stops-for-no-tool',
    sentence: 'A message without a tool_use block stops for tool_use.',
    breaks: ['MSG-19'],
    deviate: answers(
      here,
      replace('$.stop_reason', (reason: unknown) => (reason === 'end_turn' ? 'tool_use' : reason)),
    ),
  },
  {
    id: 'messages.call-without-id',
    sentence: 'A tool_use block has no id.',
    breaks: ['MSG-20'],
    deviate: answers(here, remove(`${calls}.id`)),
  },
  {
    id: 'messages.call-without-name',
    sentence: 'A tool_use block names no tool.',
    breaks: ['MSG-20', 'MSG-22'],
    deviate: answers(here, replace(`${calls}.name`, '')),
  },
  {
    id: 'messages.input-as-text',
    sentence: 'The input of a tool_use block is the JSON text of an object, as on chat.',
    breaks: ['MSG-20', 'MSG-50'],
    deviate: answers(here, replace(`${calls}.input`, asJson)),
  },
  {
    id: 'messages.empty-input-as-null',
    sentence: 'The input of a tool_use block without arguments is null.',
    breaks: ['MSG-20', 'MSG-50'],
    deviate: answers(
      here,
      replace(`${calls}.input`, (input: unknown) => (asJson(input) === '{}' ? null : input)),
    ),
  },
  {
    id: 'messages.same-id-for-all-calls',
    sentence: 'All tool_use blocks of a message have the same id.',
    breaks: ['MSG-21'],
    deviate: answers(here, replace(`${calls}.id`, 'toolu_0')),
  },
  {
    id: 'messages.name-of-call-prefixed',
    sentence: 'The names of called tools have a prefix of the provider.',
    breaks: ['MSG-22', 'MSG-31', 'MSG-50', 'MSG-51'],
    deviate: answers(
      here,
      replace(`${calls}.name`, (name: unknown) => `functions.${name}`),
    ),
  },
  {
    id: 'messages.numbers-of-input-as-text',
    sentence: 'Numbers in the input of a tool are texts.',
    breaks: ['MSG-50'],
    deviate: answers(
      here,
      replace(`${calls}.input.*`, (value: unknown) => (typeof value === 'number' ? String(value) : value)),
    ),
  },
  {
    id: 'messages.numbers-of-input-rounded',
    sentence: 'Numbers in the input of a tool are whole.',
    breaks: ['MSG-50'],
    deviate: answers(
      here,
      replace(`${calls}.input.*`, (value: unknown) => (typeof value === 'number' ? Math.round(value) : value)),
    ),
  },
  {
    id: 'messages.inner-input-as-text',
    sentence: 'Objects inside the input of a tool are their JSON texts.',
    breaks: ['MSG-50'],
    deviate: answers(
      here,
      replace(`${calls}.input.*`, (value: unknown) => (isRecord(value) ? asJson(value) : value)),
    ),
  },
  {
    id: 'messages.optional-input-as-null',
    sentence: 'Arguments that a call leaves out are null.',
    breaks: ['MSG-50'],
    deviate: answers(
      here,
      replace(`${calls}.input`, (input: unknown) => Object.assign({ zone: null }, input)),
    ),
  },
  {
    id: 'messages.second-call-dropped',
    sentence: 'Of several tool_use blocks only the first comes.',
    breaks: ['MSG-51'],
    deviate: answers(here, (message: unknown) => {
      const isCall = (block: unknown) => isRecord(block) && block['type'] === 'tool_use';
      return replace('$.content', (blocks: unknown) => {
        if (!Array.isArray(blocks)) return blocks;
        const first = blocks.findIndex(isCall);
        return blocks.filter((block, index) => !isCall(block) || index === first);
      })(message);
    }),
  },
  {
    id: 'messages.inputs-merged',
    sentence: 'Two calls of a message have the input of the first.',
    breaks: ['MSG-51'],
    seen: 'Portkey-AI/gateway#1275',
    deviate: answers(here, (message: unknown) => {
      const content: unknown = isRecord(message) ? message['content'] : undefined;
      const first: unknown = Array.isArray(content) ? content.find((block) => 'input' in Object(block)) : undefined;
      return isRecord(first) ? replace(`${calls}.input`, first['input'])(message) : message;
    }),
  },
  {
    id: 'messages.input-composed',
    sentence: 'Texts in the input of a tool are brought into a normalization form.',
    breaks: ['MSG-54'],
    deviate: answers(here, replace(`${calls}.input.*`, composed)),
  },
  {
    id: 'messages.input-escaped-twice',
    sentence: 'Characters outside ASCII in the input of a tool come as escape sequences.',
    breaks: ['MSG-54'],
    deviate: answers(here, replace(`${calls}.input.*`, asciiEscaped)),
  },
  {
    id: 'messages.json-in-input-parsed',
    sentence: 'A text in the input of a tool that is JSON comes parsed.',
    breaks: ['MSG-54'],
    deviate: answers(
      here,
      replace(`${calls}.input.*`, (value: unknown) =>
        typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value,
      ),
    ),
  },
  {
    id: 'messages.keys-of-input-changed',
    sentence: 'Keys in the input of a tool keep only the characters of identifiers.',
    breaks: ['MSG-54'],
    deviate: answers(here, replace(`${calls}.input`, withIdentifiersForKeys)),
  },
];
