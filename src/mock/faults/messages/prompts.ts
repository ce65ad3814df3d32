import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { remove, replace } from '../making/edit.js';
import { complain, withMember } from '../making/requests.js';
import { asking, both, messages, on } from '../making/where.js';

const here = on(messages);

/** Turns in another order or number; the last one, which asks, stays. */
function earlier(change: (turns: readonly unknown[]) => readonly unknown[]) {
  return replace('$.messages', (turns: unknown) =>
    Array.isArray(turns) ? [...change(turns.slice(0, -1)), ...turns.slice(-1)] : turns,
  );
}

export const promptFaults: readonly Fault[] = [
  {
    id: 'messages.system-dropped',
    sentence: 'The system prompt of a request does not reach the model.',
    breaks: ['MSG-16'],
    deviate: forward(here, remove('$.system')),
  },
  {
    id: 'messages.system-blocks-dropped',
    sentence: 'A system prompt in blocks does not reach the model.',
    breaks: ['MSG-16'],
    deviate: forward(both(here, asking('$.system[0]')), remove('$.system')),
  },
  {
    id: 'messages.system-of-a-stream-dropped',
    sentence: 'The system prompt of a request for a stream does not reach the model.',
    breaks: ['MSG-16'],
    deviate: forward(both(here, withMember('stream', true)), remove('$.system')),
  },
  {
    id: 'messages.oldest-turns-dropped',
    sentence: 'A conversation of more than four messages loses its first two.',
    breaks: ['MSG-17'],
    deviate: forward(
      here,
      earlier((turns) => (turns.length < 4 ? turns : turns.slice(2))),
    ),
  },
  {
    id: 'messages.turns-reversed',
    sentence: 'The earlier messages of a request reach the model in reverse.',
    breaks: ['MSG-17'],
    deviate: forward(
      here,
      earlier((turns) => turns.toReversed()),
    ),
  },
  {
    id: 'messages.turns-of-the-user-dropped',
    sentence: 'Of a conversation only the last message of the user reaches the model.',
    breaks: ['MSG-17'],
    deviate: forward(
      here,
      earlier((turns) => turns.filter((turn) => Reflect.get(Object(turn), 'role') === 'assistant')),
    ),
  },
  {
    id: 'messages.turns-of-the-assistant-dropped',
    sentence: 'The messages of the assistant do not reach the model.',
    breaks: ['MSG-17', 'MSG-35'],
    deviate: forward(here, remove("$.messages[?@.role == 'assistant']")),
  },
  {
    id: 'messages.returned-blocks-dropped',
    sentence: 'A message of the assistant reaches the model only when its content is a text.',
    breaks: ['MSG-35'],
    deviate: forward(here, replace("$.messages[?@.role == 'assistant'].content[?@.type == 'text'].text", '…')),
  },
  {
    id: 'messages.returned-message-refused',
    sentence: 'A message of the assistant is refused when it comes back in blocks.',
    breaks: ['MSG-35'],
    deviate: complain(
      both(here, asking("$.messages[?@.role == 'assistant'].content[?@.type == 'text']")),
      'messages.1.content: Input should be a valid string',
    ),
  },
];
