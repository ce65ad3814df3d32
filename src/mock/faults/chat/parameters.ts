import type { Message } from '../../gateway/message.js';
import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { remove, replace } from '../making/edit.js';
import { mend, withMember } from '../making/requests.js';
import { answers, errorOf, respond } from '../making/responses.js';
import { ofText } from '../making/texts.js';
import { asking, both, chat, on, type Where } from '../making/where.js';

const here = on(chat);

/** Requests with a parameter, whatever its value. */
function withParameter(name: string): Where {
  return both(here, asking(`$.${name}`));
}

const crash = (): Message => errorOf(500, 'INTERNAL_ERROR', 'Internal error.');

/** A completion of several choices, none of which says which it is. */
function choicesNumbered0({ headers }: Message): Message {
  const choice = { index: 0, message: { role: 'assistant', content: 'Hello!' }, finish_reason: 'stop' };
  const value = {
    id: 'chatcmpl_2',
    object: 'chat.completion',
    created: 1_767_225_600,
    model: 'claude-sim-1-20260101',
    choices: [choice, choice],
    usage: { prompt_tokens: 7, completion_tokens: 4, total_tokens: 11 },
  };
  return { status: 200, headers, body: { kind: 'json', value } };
}

export const parameterFaults: readonly Fault[] = [
  {
    id: 'chat.falsy-parameters-dropped',
    sentence: 'A parameter of a chat request that is 0 does not reach the model.',
    breaks: ['CHAT-45'],
    seen: 'infiniflow/ragflow#15388',
    deviate: forward(here, remove('$[?@ == 0]')),
  },
  {
    id: 'chat.empty-texts-dropped',
    sentence: 'A parameter of a chat request that is an empty text does not reach the model.',
    breaks: ['CHAT-45'],
    seen: 'HeyPuter/puter!3456',
    deviate: forward(here, remove("$[?@ == '']")),
  },
  {
    id: 'chat.false-dropped',
    sentence: 'The stream flag of a chat request does not reach the model when it is false.',
    breaks: ['CHAT-45'],
    deviate: forward(here, remove('$[?@ == false]')),
  },
  {
    id: 'chat.temperature-dropped',
    sentence: 'The temperature of a chat request does not reach the model.',
    breaks: ['CHAT-45'],
    seen: 'mofa-org/mofa#1341',
    deviate: forward(here, remove('$.temperature')),
  },
  {
    id: 'chat.seed-dropped',
    sentence: 'The seed of a chat request does not reach the model.',
    breaks: ['CHAT-45'],
    deviate: forward(here, remove('$.seed')),
  },
  {
    id: 'chat.user-dropped',
    sentence: 'The user of a chat request does not reach the model.',
    breaks: ['CHAT-45'],
    deviate: forward(here, remove('$.user')),
  },
  {
    id: 'chat.penalty-clamped',
    sentence: 'A negative penalty of a chat request reaches the model as 0.',
    breaks: ['CHAT-45'],
    deviate: forward(here, replace('$.frequency_penalty', 0)),
  },
  {
    id: 'chat.numbers-rounded',
    sentence: 'The numbers of a chat request reach the model without their fractions.',
    breaks: ['CHAT-45'],
    deviate: forward(
      here,
      replace('$.top_p', (share: unknown) => Math.round(Number(share))),
    ),
  },
  {
    id: 'chat.stop-dropped',
    sentence: 'The stop sequences of a chat request do not reach the model.',
    breaks: ['CHAT-19', 'CHAT-20', 'CHAT-45', 'STREAM-49'],
    deviate: forward(here, remove('$.stop')),
  },
  {
    id: 'chat.first-stop-only',
    sentence: 'Of several stop sequences of a chat request only the first reaches the model.',
    breaks: ['CHAT-19', 'CHAT-45', 'STREAM-49'],
    deviate: forward(here, remove('$.stop[1:]')),
  },
  {
    id: 'chat.stop-as-a-text-dropped',
    sentence: 'A stop sequence of a chat request that stands without a list does not reach the model.',
    breaks: ['CHAT-19'],
    deviate: forward(
      here,
      replace('$.stop', (stop: unknown) => (Array.isArray(stop) ? stop : null)),
    ),
  },
  {
    id: 'chat.stop-sequence-told',
    sentence: 'A completion ends with the stop sequence that it met.',
    breaks: ['CHAT-19'],
    deviate: answers(
      withParameter('stop'),
      replace(
        '$.choices[*].message.content',
        ofText((text) => `${text}7`),
      ),
    ),
  },
  {
    id: 'chat.long-stop-overlooked',
    sentence: 'A stop sequence that is spread over several events does not stop a chat stream.',
    breaks: ['STREAM-49'],
    deviate: forward(both(here, withMember('stream', true)), remove("$.stop[?search(@, ' ')]")),
  },
  {
    id: 'chat.several-choices-as-one',
    sentence: 'A request for several choices gets one.',
    breaks: ['CHAT-34'],
    deviate: mend(here, remove('$.n')),
  },
  {
    id: 'chat.several-choices-all-zero',
    sentence: 'The choices of a completion all have the index 0.',
    breaks: ['CHAT-11'],
    seen: 'BerriAI/litellm#8977',
    deviate: respond(withParameter('n'), choicesNumbered0),
  },
  {
    id: 'chat.several-choices-as-500',
    sentence: 'A request for several choices is an internal error.',
    breaks: ['CHAT-34'],
    deviate: respond(withParameter('n'), crash),
  },
  {
    id: 'chat.temperature-as-500',
    sentence: 'A chat request with a temperature is an internal error.',
    breaks: ['CHAT-44'],
    deviate: respond(withParameter('temperature'), crash),
  },
  {
    id: 'chat.seed-as-500',
    sentence: 'A chat request with a seed is an internal error.',
    breaks: ['CHAT-44'],
    deviate: respond(withParameter('seed'), crash),
  },
  {
    id: 'chat.penalties-as-500',
    sentence: 'A chat request with penalties is an internal error.',
    breaks: ['CHAT-44'],
    deviate: respond(withParameter('presence_penalty'), crash),
  },
  {
    id: 'chat.top-p-leaves-no-answer',
    sentence: 'A chat request with a top_p gets a completion without content.',
    breaks: ['CHAT-44'],
    deviate: answers(withParameter('top_p'), replace('$.choices[*].message.content', null)),
  },
  {
    id: 'chat.stream-options-as-500',
    sentence: 'A request for a chat stream with stream_options is an internal error.',
    breaks: ['STREAM-09', 'STREAM-45'],
    seen: 'Portkey-AI/gateway#1072',
    deviate: respond(withParameter('stream_options'), crash),
  },
];
