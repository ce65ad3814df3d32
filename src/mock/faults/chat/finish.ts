import type { Fault } from '../fault.js';
import { all, remove, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { asking, both, chat, on } from '../making/where.js';

const here = on(chat);
const reasons = '$.choices[*].finish_reason';

const reasonsOfMessages: Readonly<Record<string, string>> = {
  stop: 'end_turn',
  length: 'max_tokens',
  tool_calls: 'tool_use',
};

/** Another reason in the place of one. */
function insteadOf(from: string, to: string) {
  return replace(reasons, (reason: unknown) => (reason === from ? to : reason));
}

export const finishFaults: readonly Fault[] = [
  {
    id: 'chat.no-finish-reason',
    sentence: 'A completion does not say why it ended.',
    breaks: ['CHAT-13'],
    deviate: answers(here, remove(reasons)),
  },
  {
    id: 'chat.empty-finish-reason',
    sentence: 'The finish_reason of a completion is empty.',
    breaks: ['CHAT-13', 'CHAT-17', 'CHAT-18', 'CHAT-20', 'CHAT-24'],
    deviate: answers(here, replace(reasons, '')),
  },
  {
    id: 'chat.finish-reason-of-messages',
    sentence: 'The finish_reason of a completion is the stop_reason of Messages.',
    breaks: ['CHAT-13', 'CHAT-17', 'CHAT-18', 'CHAT-20', 'CHAT-24'],
    deviate: answers(
      here,
      replace(reasons, (reason: unknown) => reasonsOfMessages[String(reason)] ?? reason),
    ),
  },
  {
    id: 'chat.finish-reason-of-gemini',
    sentence: 'The finish_reason of a completion is written in capitals.',
    breaks: ['CHAT-13'],
    deviate: answers(
      here,
      replace(reasons, (reason: unknown) => String(reason).toUpperCase()),
    ),
  },
  {
    id: 'chat.finish-reason-error',
    sentence: 'A completion that went well ended for the finish_reason "error".',
    breaks: ['CHAT-13', 'CHAT-18'],
    seen: 'Portkey-AI/gateway!741',
    deviate: answers(here, insteadOf('stop', 'error')),
  },
  {
    id: 'chat.cut-answer-as-whole',
    sentence: 'A completion that max_tokens cut short says that it is whole.',
    breaks: ['CHAT-17'],
    deviate: answers(here, insteadOf('length', 'stop')),
  },
  {
    id: 'chat.whole-answer-as-cut',
    sentence: 'A completion that is whole says that max_tokens cut it short.',
    breaks: ['CHAT-18', 'CHAT-20'],
    deviate: answers(here, insteadOf('stop', 'length')),
  },
  {
    id: 'chat.stop-sequence-as-cut',
    sentence: 'A completion that a stop sequence ended says that max_tokens cut it short.',
    breaks: ['CHAT-20'],
    deviate: answers(both(here, asking('$.stop')), insteadOf('stop', 'length')),
  },
  {
    id: 'chat.stop-sequence-as-reason',
    sentence: 'A completion that a stop sequence ended has the finish_reason stop_sequence.',
    breaks: ['CHAT-20'],
    deviate: answers(both(here, asking('$.stop')), insteadOf('stop', 'stop_sequence')),
  },
  {
    id: 'chat.calls-as-stop',
    sentence: 'A completion with tool calls has the finish_reason stop.',
    breaks: ['CHAT-24'],
    seen: 'vercel/ai#12218',
    deviate: answers(here, insteadOf('tool_calls', 'stop')),
  },
  {
    id: 'chat.finishes-for-no-call',
    sentence: 'A completion without tool calls has the finish_reason tool_calls.',
    breaks: ['CHAT-18', 'CHAT-24'],
    deviate: answers(here, insteadOf('stop', 'tool_calls')),
  },
  {
    id: 'chat.calls-beside-no-calls',
    sentence: 'A completion that was offered tools and calls none finishes for tool_calls, with an empty list of them.',
    breaks: ['CHAT-24'],
    deviate: answers(
      both(here, asking('$.tools')),
      replace("$.choices[?@.finish_reason == 'stop']", (choice: unknown) =>
        all(
          replace('$.finish_reason', 'tool_calls'),
          replace('$.message', (message: unknown) => Object.assign({ tool_calls: [] }, message)),
        )(choice),
      ),
    ),
  },
];
