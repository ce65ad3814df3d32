import type { Fault } from '../fault.js';
import { isRecord, replace } from '../making/edit.js';
import { insideJson } from '../making/json-text.js';
import { answers } from '../making/responses.js';
import { asciiEscaped, composed, ofText, withIdentifiersForKeys } from '../making/texts.js';
import { chat, on } from '../making/where.js';

const here = on(chat);
const given = '$.choices[*].message.tool_calls[*].function.arguments';
const asJson = (value: unknown) => JSON.stringify(value);

/** Changes each of the arguments, inside their JSON text. */
function eachArgument(change: (value: unknown) => unknown) {
  return replace(given, insideJson(replace('$.*', change)));
}

function ofNumber(change: (value: number) => unknown) {
  return (value: unknown) => (typeof value === 'number' ? change(value) : value);
}

export const toolArgumentFaults: readonly Fault[] = [
  {
    id: 'chat.arguments-as-object',
    sentence: 'The arguments of a tool call are an object, and no text.',
    breaks: ['CHAT-26'],
    deviate: answers(
      here,
      replace(given, (text: unknown) => JSON.parse(String(text))),
    ),
  },
  {
    id: 'chat.arguments-encoded-twice',
    sentence: 'The arguments of a tool call are JSON text inside of JSON text.',
    breaks: ['CHAT-26', 'CHAT-50'],
    deviate: answers(here, replace(given, asJson)),
  },
  {
    id: 'chat.no-arguments-as-empty-text',
    sentence: 'The arguments of a tool call without any are an empty text.',
    breaks: ['CHAT-26', 'CHAT-50'],
    deviate: answers(
      here,
      replace(given, (text: unknown) => (text === '{}' ? '' : text)),
    ),
  },
  {
    id: 'chat.no-arguments-as-null',
    sentence: 'The arguments of a tool call without any are the text null.',
    breaks: ['CHAT-26', 'CHAT-50'],
    deviate: answers(
      here,
      replace(given, (text: unknown) => (text === '{}' ? 'null' : text)),
    ),
  },
  {
    id: 'chat.arguments-as-python',
    sentence: 'The arguments of a tool call are written as Python prints them.',
    breaks: ['CHAT-26', 'CHAT-50'],
    deviate: answers(
      here,
      replace(
        given,
        ofText((text) => text.replaceAll('"', "'")),
      ),
    ),
  },
  {
    id: 'chat.arguments-cut',
    sentence: 'The arguments of a tool call lose their last character.',
    breaks: ['CHAT-26', 'CHAT-50'],
    deviate: answers(
      here,
      replace(
        given,
        ofText((text) => text.slice(0, -1)),
      ),
    ),
  },
  {
    id: 'chat.numbers-of-arguments-as-text',
    sentence: 'Numbers in the arguments of a tool call are texts.',
    breaks: ['CHAT-50'],
    deviate: answers(here, eachArgument(ofNumber(String))),
  },
  {
    id: 'chat.numbers-of-arguments-rounded',
    sentence: 'Numbers in the arguments of a tool call are whole.',
    breaks: ['CHAT-50'],
    deviate: answers(here, eachArgument(ofNumber(Math.round))),
  },
  {
    id: 'chat.flags-of-arguments-as-numbers',
    sentence: 'Flags in the arguments of a tool call are 0 and 1.',
    breaks: ['CHAT-50'],
    deviate: answers(
      here,
      eachArgument((value) => (typeof value === 'boolean' ? Number(value) : value)),
    ),
  },
  {
    id: 'chat.inner-arguments-as-text',
    sentence: 'Objects inside the arguments of a tool call are their JSON texts.',
    breaks: ['CHAT-50'],
    deviate: answers(
      here,
      eachArgument((value) => (isRecord(value) ? asJson(value) : value)),
    ),
  },
  {
    id: 'chat.left-out-arguments-as-null',
    sentence: 'Arguments that a tool call of a completion leaves out are null.',
    breaks: ['CHAT-50'],
    deviate: answers(
      here,
      replace(
        given,
        insideJson((value) => Object.assign({ zone: null }, value)),
      ),
    ),
  },
  {
    id: 'chat.arguments-composed',
    sentence: 'Texts in the arguments of a tool call are brought into a normalization form.',
    breaks: ['CHAT-54'],
    deviate: answers(here, eachArgument(composed)),
  },
  {
    id: 'chat.arguments-escaped-twice',
    sentence: 'Characters outside ASCII in the arguments of a tool call come as escape sequences.',
    breaks: ['CHAT-54'],
    deviate: answers(here, eachArgument(asciiEscaped)),
  },
  {
    id: 'chat.json-in-arguments-parsed',
    sentence: 'A text in the arguments of a tool call that is JSON comes parsed.',
    breaks: ['CHAT-54'],
    deviate: answers(
      here,
      eachArgument((value) => (typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value)),
    ),
  },
  {
    id: 'chat.keys-of-arguments-changed',
    sentence: 'Keys in the arguments of a tool call keep only the characters of identifiers.',
    breaks: ['CHAT-54'],
    deviate: answers(here, replace(given, insideJson(withIdentifiersForKeys))),
  },
];
