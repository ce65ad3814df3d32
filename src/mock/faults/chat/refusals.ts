import type { Fault } from '../fault.js';
import { type Edit, replace } from '../making/edit.js';
import { mend } from '../making/requests.js';
import { statuses } from '../making/responses.js';
import { chat, on } from '../making/where.js';

const here = on(chat);
const hello = { role: 'user', content: 'Say hello.' };

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** Puts what is right in the place of a parameter that is not. */
function corrected(name: string, isRight: (value: unknown) => boolean, right: unknown): Edit {
  return replace(`$.${name}`, (value: unknown) => (isRight(value) ? value : right));
}

/** Changes a parameter that is a number. */
function ofNumber(name: string, change: (value: number) => number): Edit {
  return replace(`$.${name}`, (value: unknown) => (isNumber(value) ? change(value) : value));
}

export const refusalFaults: readonly Fault[] = [
  {
    id: 'chat.answer-without-messages',
    sentence: 'A chat request with an empty list of messages is answered.',
    breaks: ['CHAT-30'],
    deviate: mend(
      here,
      corrected('messages', (turns) => !Array.isArray(turns) || turns.length > 0, [hello]),
    ),
  },
  {
    id: 'chat.unknown-role-as-user',
    sentence: 'A chat message whose role does not exist is taken for one of the user.',
    breaks: ['CHAT-31'],
    deviate: mend(here, replace("$.messages[?@.role == 'robot'].role", 'user')),
  },
  {
    id: 'chat.messages-of-any-type',
    sentence: 'The messages of a chat request are taken for a list of one when they are none.',
    breaks: ['CHAT-32'],
    deviate: mend(here, corrected('messages', Array.isArray, [hello])),
  },
  {
    id: 'chat.temperature-of-any-type',
    sentence: 'The temperature of a chat request is dropped when it is no number.',
    breaks: ['CHAT-32'],
    deviate: mend(here, corrected('temperature', isNumber, null)),
  },
  {
    id: 'chat.max-tokens-of-any-type',
    sentence: 'The max_tokens of a chat request are dropped when they are no number.',
    breaks: ['CHAT-32'],
    deviate: mend(here, corrected('max_tokens', isNumber, null)),
  },
  {
    id: 'chat.max-tokens-rounded',
    sentence: 'The max_tokens of a chat request are rounded when they have a fraction.',
    breaks: ['CHAT-32'],
    deviate: mend(here, ofNumber('max_tokens', Math.ceil)),
  },
  {
    id: 'chat.max-tokens-clamped',
    sentence: 'The max_tokens of a chat request are taken for 1 when they are negative.',
    breaks: ['CHAT-33'],
    seen: 'entrius/gittensor#1749',
    deviate: mend(
      here,
      ofNumber('max_tokens', (limit) => Math.max(1, limit)),
    ),
  },
  {
    id: 'chat.temperature-clamped',
    sentence: 'The temperature of a chat request is moved into its range.',
    breaks: ['CHAT-43'],
    deviate: mend(
      here,
      ofNumber('temperature', (warmth) => Math.min(2, Math.max(0, warmth))),
    ),
  },
  {
    id: 'chat.low-temperature-clamped',
    sentence: 'The temperature of a chat request is taken for 0 when it is negative.',
    breaks: ['CHAT-43'],
    deviate: mend(
      here,
      ofNumber('temperature', (warmth) => Math.max(0, warmth)),
    ),
  },
  {
    id: 'chat.wrong-request-as-500',
    sentence: 'What is wrong with a chat request is an internal error.',
    breaks: ['CHAT-30', 'CHAT-31', 'CHAT-32', 'CHAT-33', 'CHAT-34', 'CHAT-43'],
    deviate: statuses(here, 400, 500),
  },
];
