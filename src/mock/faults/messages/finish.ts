import type { Asked } from '../../deviation/asked.js';
import type { Fault } from '../fault.js';
import { all, isRecord, merge, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { editEvents, named } from '../making/streams.js';
import { messages, on } from '../making/where.js';

const here = on(messages);
const lastDelta = named('message_delta');

const reasonsOfChat: Readonly<Record<string, string>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  tool_use: 'tool_calls',
};

const asOnChat = (reason: unknown) => reasonsOfChat[String(reason)] ?? reason;

/** Another reason in the place of one. */
const insteadOf = (from: string, to: string) => (reason: unknown) => (reason === from ? to : reason);

/** An answer that a stop sequence ended, as one that the model ended. */
const asEnded = all(replace('$.stop_sequence', null), replace('$.stop_reason', insteadOf('stop_sequence', 'end_turn')));

function nameFirst(message: unknown, { body }: Asked): unknown {
  const [first] = Array.isArray(body?.['stop_sequences']) ? body['stop_sequences'] : [];
  const isMet = isRecord(message) && message['stop_reason'] === 'stop_sequence';
  return isMet ? { ...message, stop_sequence: first } : message;
}

export const finishFaults: readonly Fault[] = [
  {
    id: 'messages.stop-reason-of-chat',
    sentence: 'The stop_reason of a message is the finish_reason of chat.',
    breaks: ['MSG-08', 'MSG-12', 'MSG-13', 'MSG-14', 'MSG-19'],
    deviate: answers(here, replace('$.stop_reason', asOnChat)),
  },
  {
    id: 'messages.no-stop-reason',
    sentence: 'A message does not say why it ended.',
    breaks: ['MSG-08'],
    deviate: answers(here, replace('$.stop_reason', null)),
  },
  {
    id: 'messages.cut-answer-as-whole',
    sentence: 'An answer that max_tokens cut short says that it is whole.',
    breaks: ['MSG-12'],
    deviate: answers(here, replace('$.stop_reason', insteadOf('max_tokens', 'end_turn'))),
  },
  {
    id: 'messages.whole-answer-as-cut',
    sentence: 'An answer that is whole says that max_tokens cut it short.',
    breaks: ['MSG-13'],
    deviate: answers(here, replace('$.stop_reason', insteadOf('end_turn', 'max_tokens'))),
  },
  {
    id: 'messages.stop-sequence-as-end-turn',
    sentence: 'An answer that a stop sequence ended says that the model ended it.',
    breaks: ['MSG-14'],
    deviate: answers(here, asEnded),
  },
  {
    id: 'messages.stop-sequence-unnamed',
    sentence: 'An answer that a stop sequence ended does not name it.',
    breaks: ['MSG-09', 'MSG-14'],
    deviate: answers(here, replace('$.stop_sequence', null)),
  },
  {
    id: 'messages.stop-sequence-not-met-named',
    sentence: 'An answer names a stop sequence that it did not meet.',
    breaks: ['MSG-09'],
    deviate: answers(
      here,
      replace('$.stop_sequence', (met: unknown) => met ?? '7'),
    ),
  },
  {
    id: 'messages.first-stop-sequence-named',
    sentence: 'An answer that a stop sequence ended names the first of the request.',
    breaks: ['MSG-14'],
    deviate: answers(here, nameFirst),
  },
  {
    id: 'messages.stop-sequence-in-text',
    sentence: 'An answer contains the stop sequence that ended it.',
    breaks: ['MSG-15'],
    deviate: answers(here, (message: unknown) => {
      const met = isRecord(message) ? message['stop_sequence'] : undefined;
      return typeof met === 'string'
        ? replace('$.content[0].text', (said: unknown) => `${said}${met}`)(message)
        : message;
    }),
  },
  {
    id: 'messages.stream-stop-reason-of-chat',
    sentence: 'The stop_reason of a Messages stream is the finish_reason of chat.',
    breaks: ['MSG-08', 'MSG-12', 'STREAM-33'],
    deviate: editEvents(here, lastDelta, replace('$.delta.stop_reason', asOnChat)),
  },
  {
    id: 'messages.stream-cut-as-whole',
    sentence: 'A stream that max_tokens cut short says that it is whole.',
    breaks: ['MSG-12'],
    deviate: editEvents(here, lastDelta, replace('$.delta.stop_reason', insteadOf('max_tokens', 'end_turn'))),
  },
  {
    id: 'messages.stream-stop-sequence-as-end-turn',
    sentence: 'A stream that a stop sequence ended says that the model ended it.',
    breaks: ['MSG-14'],
    deviate: editEvents(here, lastDelta, replace('$.delta', asEnded)),
  },
  {
    id: 'messages.stream-stop-sequence-unnamed',
    sentence: 'A stream that a stop sequence ended does not name it.',
    breaks: ['MSG-09', 'MSG-14'],
    deviate: editEvents(here, lastDelta, replace('$.delta.stop_sequence', null)),
  },
  {
    id: 'messages.stream-stop-sequence-not-met-named',
    sentence: 'A stream names a stop sequence that it did not meet.',
    breaks: ['MSG-09', 'STREAM-33'],
    deviate: editEvents(here, lastDelta, merge('$.delta', { stop_sequence: '7' })),
  },
  {
    id: 'messages.stream-calls-as-end-turn',
    sentence: 'A stream with a tool_use block ends with end_turn.',
    breaks: ['STREAM-33', 'MSG-19'],
    deviate: editEvents(here, lastDelta, replace('$.delta.stop_reason', insteadOf('tool_use', 'end_turn'))),
  },
  {
    id: 'messages.stream-stops-for-no-tool',
    sentence: 'A stream without a tool_use block ends with tool_use.',
    breaks: ['STREAM-33', 'MSG-19'],
    deviate: editEvents(here, lastDelta, replace('$.delta.stop_reason', insteadOf('end_turn', 'tool_use'))),
  },
];
