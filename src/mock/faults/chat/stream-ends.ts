import type { Fault } from '../fault.js';
import { remove, replace } from '../making/edit.js';
import { exchangeLast } from '../making/last.js';
import {
  breakAt,
  drop,
  editEvents,
  editedEvent,
  endAt,
  endMark,
  every,
  exchange,
  numbered,
  stream,
  twice,
} from '../making/streams.js';
import { chat, on } from '../making/where.js';
import { anyChoice, finish, text, type withDelta } from './chunk.js';

const here = on(chat);
const reasons = '$.choices[*].finish_reason';
const half = numbered(3);

/** Another reason in the place of one. */
function insteadOf(from: string, to: string) {
  return editEvents(
    here,
    finish,
    replace(reasons, (reason: unknown) => (reason === from ? to : reason)),
  );
}

export const streamEndFaults: readonly Fault[] = [
  {
    id: 'chat.stream-without-end',
    sentence: 'A chat stream ends without [DONE].',
    breaks: ['STREAM-03'],
    deviate: drop(here, endMark),
  },
  {
    id: 'chat.stream-just-ends',
    sentence: 'A chat stream ends without a finish_reason and without [DONE].',
    breaks: ['STREAM-03', 'STREAM-12'],
    seen: 'earendil-works/pi!7441',
    deviate: endAt(here, finish, { included: false }),
  },
  {
    id: 'chat.stream-cut',
    sentence: 'A chat stream ends in the midst of its text.',
    breaks: ['STREAM-03', 'STREAM-12'],
    seen: 'OpenBMB/PilotDeck#504',
    deviate: endAt(here, half, { included: true }),
  },
  {
    id: 'chat.stream-broken',
    sentence: 'The connection breaks in the midst of a chat stream.',
    breaks: ['STREAM-03', 'STREAM-12'],
    seen: 'apache/apisix#12045',
    deviate: breakAt(here, half),
  },
  {
    id: 'chat.stream-cut-and-ended',
    sentence: 'A chat stream ends with [DONE] in the midst of its text.',
    breaks: ['STREAM-12'],
    seen: 'BerriAI/litellm!20361',
    deviate: exchange(
      here,
      () => (event, number) => number > 3 && event.data !== '[DONE]',
      () => [],
    ),
  },
  {
    id: 'chat.stream-ends-twice',
    sentence: 'A chat stream ends with two events [DONE].',
    breaks: ['STREAM-03'],
    deviate: twice(here, endMark),
  },
  {
    id: 'chat.end-as-json',
    sentence: 'A chat stream ends with [DONE] as a JSON text.',
    breaks: ['STREAM-03'],
    deviate: exchange(here, endMark, () => [{ data: '"[DONE]"' }]),
  },
  {
    id: 'chat.end-in-front-of-the-last-chunk',
    sentence: 'The [DONE] of a chat stream comes in front of its last chunk.',
    breaks: ['STREAM-03'],
    deviate: stream(here, function* (events) {
      for (const event of events) {
        if (event.data === '[DONE]') continue;
        if (finish()(event, 0)) yield { data: '[DONE]' };
        yield event;
      }
    }),
  },
  {
    id: 'chat.timing-behind-the-end',
    sentence: 'An event of the gateway follows the [DONE] of a chat stream.',
    breaks: ['STREAM-03'],
    deviate: exchange(here, endMark, (event) => [event, { data: '{"latency_ms":12}' }]),
  },
  {
    id: 'chat.error-in-the-midst',
    sentence: 'A chat stream ends with an error in the midst of its text.',
    breaks: ['STREAM-12'],
    deviate: withError({ message: 'The model is overloaded.', type: 'server_error', code: null, param: null }),
  },
  {
    id: 'chat.error-as-text',
    sentence: 'A chat stream ends in the midst of its text with an error that is a text.',
    breaks: ['STREAM-12'],
    deviate: withError('The model is overloaded.'),
  },
  {
    id: 'chat.error-without-choices',
    sentence: 'A chat stream says in a chunk without choices that the model failed, and goes on to [DONE].',
    breaks: ['STREAM-12'],
    seen: 'diegosouzapw/OmniRoute!8210',
    deviate: exchange(here, finish, (event) => [
      editedEvent(event, (chunk) => Object.assign({}, chunk, { choices: [], error: { message: 'The model failed.' } })),
    ]),
  },
  {
    id: 'chat.finishes-twice',
    sentence: 'A choice of a chat stream finishes twice.',
    breaks: ['STREAM-05'],
    deviate: twice(here, finish),
  },
  {
    id: 'chat.finishes-with-each-chunk',
    sentence: 'Every chunk of a chat stream has the finish_reason stop.',
    breaks: ['STREAM-05', 'STREAM-12'],
    deviate: editEvents(here, anyChoice, replace(reasons, 'stop')),
  },
  {
    id: 'chat.finishes-for-two-reasons',
    sentence: 'A choice of a chat stream finishes for length when it has finished for stop.',
    breaks: ['STREAM-05'],
    deviate: exchange(here, finish, (event) => [event, editedEvent(event, replace(reasons, 'length'))]),
  },
  {
    id: 'chat.streamed-finish-reason-of-messages',
    sentence: 'A chat stream finishes for the stop_reason of Messages.',
    breaks: ['STREAM-05'],
    deviate: insteadOf('stop', 'end_turn'),
  },
  {
    id: 'chat.streamed-finish-reason-error',
    sentence: 'A chat stream finishes for the reason "error".',
    breaks: ['STREAM-05'],
    seen: 'Portkey-AI/gateway!741',
    deviate: insteadOf('stop', 'error'),
  },
  {
    id: 'chat.finish-reason-empty-until-the-end',
    sentence: 'The finish_reason of a chat stream is an empty text until it finishes.',
    breaks: ['STREAM-05', 'STREAM-51'],
    seen: 'ollama/ollama#4357',
    deviate: editEvents(
      here,
      anyChoice,
      replace(reasons, (reason: unknown) => reason ?? ''),
    ),
  },
  {
    id: 'chat.text-behind-the-finish',
    sentence: 'The last text of a chat stream comes when the choice has finished.',
    breaks: ['STREAM-05', 'STREAM-12'],
    deviate: stream(here, function* (events) {
      let held: ReturnType<typeof withDelta> | undefined;
      for (const event of events) {
        const isText = text()(event, 0);
        if (held !== undefined && (isText || event.data === '[DONE]')) yield held;
        held = isText ? event : event.data === '[DONE]' ? undefined : held;
        if (!isText) yield event;
      }
    }),
  },
  {
    id: 'chat.no-finish-reason-key',
    sentence: 'The chunks of a chat stream have no finish_reason but the last.',
    breaks: ['STREAM-51'],
    seen: 'BerriAI/liteLLM-proxy#19',
    deviate: editEvents(here, every, remove('$.choices[?@.finish_reason == null].finish_reason')),
  },
  {
    id: 'chat.streamed-cut-as-whole',
    sentence: 'A chat stream that max_tokens cut short says that it is whole.',
    breaks: ['STREAM-13'],
    deviate: insteadOf('length', 'stop'),
  },
  {
    id: 'chat.streamed-whole-as-cut',
    sentence: 'A chat stream that is whole says that max_tokens cut it short.',
    breaks: ['STREAM-12'],
    deviate: insteadOf('stop', 'length'),
  },
  {
    id: 'chat.last-text-lost',
    sentence: 'The last text of a chat stream is lost.',
    breaks: ['STREAM-12'],
    seen: 'maximhq/bifrost#597',
    deviate: exchangeLast(here, text, () => []),
  },
];

function withError(error: unknown) {
  return stream(here, function* (events) {
    let number = 0;
    for (const event of events) {
      if (number === 3) {
        yield { data: JSON.stringify({ error }) };
        return;
      }
      yield event;
      number += 1;
    }
  });
}
