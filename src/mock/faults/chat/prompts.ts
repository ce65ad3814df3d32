import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { isRecord, remove, replace } from '../making/edit.js';
import { complain, withMember } from '../making/requests.js';
import { answers } from '../making/responses.js';
import { composed, htmlEscaped, misread, ofText, unixLineEnds } from '../making/texts.js';
import { asking, both, chat, on } from '../making/where.js';

const here = on(chat);
const systemMessages = "$.messages[?@.role == 'system']";
const text = '$.choices[*].message.content';
const asked = "$.messages[?@.role == 'user'].content";

/** A message that was an answer: those that a client makes up have no refusal. */
const returned = '$.messages[?@.refusal == null]';

/** Turns in another order or number; the last one, which asks, stays. */
function earlier(change: (turns: readonly unknown[]) => readonly unknown[]) {
  return replace('$.messages', (turns: unknown) =>
    Array.isArray(turns) ? [...change(turns.slice(0, -1)), ...turns.slice(-1)] : turns,
  );
}

const isOfTheUser = (turn: unknown) => isRecord(turn) && turn['role'] === 'user';
const withoutAstral = ofText((whole) => whole.replaceAll(/[\u{10000}-\u{10ffff}]/gu, '?'));

export const promptFaults: readonly Fault[] = [
  {
    id: 'chat.system-dropped',
    sentence: 'The system message of a chat request does not reach the model.',
    breaks: ['CHAT-21'],
    deviate: forward(here, remove(systemMessages)),
  },
  {
    id: 'chat.system-of-a-stream-dropped',
    sentence: 'The system message of a request for a chat stream does not reach the model.',
    breaks: ['CHAT-21'],
    deviate: forward(both(here, withMember('stream', true)), remove(systemMessages)),
  },
  {
    id: 'chat.system-as-answer',
    sentence: 'The system message of a chat request reaches the model as one of the assistant.',
    breaks: ['CHAT-21'],
    deviate: forward(here, replace(`${systemMessages}.role`, 'assistant')),
  },
  {
    id: 'chat.oldest-turns-dropped',
    sentence: 'A chat request of more than four messages loses its first two.',
    breaks: ['CHAT-22'],
    deviate: forward(
      here,
      earlier((turns) => (turns.length < 4 ? turns : turns.slice(2))),
    ),
  },
  {
    id: 'chat.turns-reversed',
    sentence: 'The earlier messages of a chat request reach the model in reverse.',
    breaks: ['CHAT-22'],
    deviate: forward(
      here,
      earlier((turns) => turns.toReversed()),
    ),
  },
  {
    id: 'chat.turns-of-the-user-dropped',
    sentence: 'Of the messages of the user only the last of a chat request reaches the model.',
    breaks: ['CHAT-22'],
    deviate: forward(
      here,
      earlier((turns) => turns.filter((turn) => !isOfTheUser(turn))),
    ),
  },
  {
    id: 'chat.turns-of-the-assistant-dropped',
    sentence: 'The messages of the assistant in a chat request do not reach the model.',
    breaks: ['CHAT-22', 'CHAT-41'],
    deviate: forward(here, remove("$.messages[?@.role == 'assistant']")),
  },
  {
    id: 'chat.returned-answer-dropped',
    sentence: 'The message of a completion does not reach the model when it comes back as it was.',
    breaks: ['CHAT-41'],
    deviate: forward(here, remove(returned)),
  },
  {
    id: 'chat.returned-answer-refused',
    sentence: 'The message of a completion is refused when it comes back as it was.',
    breaks: ['CHAT-29', 'CHAT-41'],
    deviate: complain(both(here, asking(returned)), 'messages.1.refusal: Extra inputs are not permitted'),
  },
  {
    id: 'chat.text-misread',
    sentence: 'The UTF-8 of a completion is read as ISO 8859-1.',
    breaks: ['CHAT-23'],
    deviate: answers(here, replace(text, misread)),
  },
  {
    id: 'chat.prompt-misread',
    sentence: 'The UTF-8 of a chat request is read as ISO 8859-1, and its characters beyond that are lost.',
    breaks: ['CHAT-23'],
    deviate: forward(
      here,
      replace(
        asked,
        ofText((whole) => whole.replaceAll(/[^\0-\u00ff]/gu, '?')),
      ),
    ),
  },
  {
    id: 'chat.text-composed',
    sentence: 'The text of a completion is brought into a normalization form.',
    breaks: ['CHAT-23'],
    deviate: answers(here, replace(text, composed)),
  },
  {
    id: 'chat.prompt-composed',
    sentence: 'The text of a chat request is brought into a normalization form.',
    breaks: ['CHAT-23'],
    deviate: forward(here, replace(asked, composed)),
  },
  {
    id: 'chat.emoji-lost',
    sentence: 'The characters of a completion beyond the Basic Multilingual Plane are question marks.',
    breaks: ['CHAT-23'],
    deviate: answers(here, replace(text, withoutAstral)),
  },
  {
    id: 'chat.text-escaped',
    sentence: 'The text of a completion is escaped for HTML.',
    breaks: ['CHAT-23'],
    deviate: answers(here, replace(text, htmlEscaped)),
  },
  {
    id: 'chat.line-ends-changed',
    sentence: 'The line ends of a completion are changed to line feeds.',
    breaks: ['CHAT-23'],
    deviate: answers(here, replace(text, unixLineEnds)),
  },
  {
    id: 'chat.invisible-dropped',
    sentence: 'The characters of a chat request that cannot be seen do not reach the model.',
    breaks: ['CHAT-23'],
    deviate: forward(
      here,
      replace(
        asked,
        ofText((whole) => whole.replaceAll(/\p{Cf}/gu, '')),
      ),
    ),
  },
];
