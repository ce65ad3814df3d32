import type { Fault } from './fault.js';
import { remove, replace } from './making/edit.js';
import { answers } from './making/responses.js';
import { chat, on } from './making/where.js';

export const chatAnswerFaults: readonly Fault[] = [
  {
    id: 'chat.object-of-another-kind',
    sentence: 'A chat answer calls itself a text_completion.',
    breaks: ['CHAT-06'],
    deviate: answers(on(chat), replace('$.object', 'text_completion')),
  },
  {
    id: 'chat.no-choices',
    sentence: 'A chat answer has no choices.',
    breaks: ['CHAT-11'],
    deviate: answers(on(chat), replace('$.choices', [])),
  },
  {
    id: 'chat.no-finish-reason',
    sentence: 'A chat answer does not say why it ended.',
    breaks: ['CHAT-13'],
    deviate: answers(on(chat), remove('$.choices[*].finish_reason')),
  },
];
