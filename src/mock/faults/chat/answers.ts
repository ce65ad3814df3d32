import type { Fault } from '../fault.js';
import { remove, rename, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { chat, on } from '../making/where.js';

const here = on(chat);
const message = '$.choices[*].message';
const textBlocks = `${message}.content[?@.type == 'text']`;

export const answerFaults: readonly Fault[] = [
  {
    id: 'chat.object-of-another-kind',
    sentence: 'A completion calls itself a text_completion.',
    breaks: ['CHAT-06'],
    deviate: answers(here, replace('$.object', 'text_completion')),
  },
  {
    id: 'chat.object-of-a-chunk',
    sentence: 'A completion calls itself a chat.completion.chunk.',
    breaks: ['CHAT-06'],
    deviate: answers(here, replace('$.object', 'chat.completion.chunk')),
  },
  {
    id: 'chat.no-object',
    sentence: 'A completion does not say that it is one.',
    breaks: ['CHAT-06'],
    deviate: answers(here, remove('$.object')),
  },
  {
    id: 'chat.no-id',
    sentence: 'A completion has no id.',
    breaks: ['CHAT-07'],
    deviate: answers(here, remove('$.id')),
  },
  {
    id: 'chat.empty-id',
    sentence: 'The id of a completion is empty.',
    breaks: ['CHAT-07'],
    deviate: answers(here, replace('$.id', '')),
  },
  {
    id: 'chat.one-id-for-all',
    sentence: 'All completions have the same id.',
    breaks: ['CHAT-08'],
    deviate: answers(here, replace('$.id', 'chatcmpl_1')),
  },
  {
    id: 'chat.created-in-milliseconds',
    sentence: 'A completion says in milliseconds when it was made.',
    breaks: ['CHAT-09'],
    deviate: answers(
      here,
      replace('$.created', (seconds: unknown) => 1000 * Number(seconds)),
    ),
  },
  {
    id: 'chat.created-with-a-fraction',
    sentence: 'A completion says in fractions of a second when it was made.',
    breaks: ['CHAT-09'],
    deviate: answers(
      here,
      replace('$.created', (seconds: unknown) => Number(seconds) + 0.5),
    ),
  },
  {
    id: 'chat.created-in-1970',
    sentence: 'A completion was made at second 0.',
    breaks: ['CHAT-09'],
    deviate: answers(here, replace('$.created', 0)),
  },
  {
    id: 'chat.no-model',
    sentence: 'A completion does not name its model.',
    breaks: ['CHAT-10'],
    deviate: answers(here, remove('$.model')),
  },
  {
    id: 'chat.empty-model',
    sentence: 'The model of a completion is empty.',
    breaks: ['CHAT-10'],
    deviate: answers(here, replace('$.model', '')),
  },
  {
    id: 'chat.no-choices',
    sentence: 'A completion has no choices.',
    breaks: ['CHAT-01', 'CHAT-11'],
    deviate: answers(here, replace('$.choices', [])),
  },
  {
    id: 'chat.choices-from-one',
    sentence: 'The choices of a completion are numbered from 1.',
    breaks: ['CHAT-11'],
    deviate: answers(here, replace('$.choices[*].index', 1)),
  },
  {
    id: 'chat.choices-unnumbered',
    sentence: 'The choices of a completion are not numbered.',
    breaks: ['CHAT-11'],
    deviate: answers(here, remove('$.choices[*].index')),
  },
  {
    id: 'chat.role-of-gemini',
    sentence: 'The message of a completion has the role "model".',
    breaks: ['CHAT-12'],
    deviate: answers(here, replace(`${message}.role`, 'model')),
  },
  {
    id: 'chat.no-role',
    sentence: 'The message of a completion does not say whose it is.',
    breaks: ['CHAT-12'],
    deviate: answers(here, remove(`${message}.role`)),
  },
  {
    id: 'chat.content-lost',
    sentence: 'The content of a completion is empty.',
    breaks: ['CHAT-01'],
    deviate: answers(here, replace(`${message}.content`, '')),
  },
  {
    id: 'chat.text-block-lost',
    sentence: 'A completion in content blocks has its reasoning, and not its text.',
    breaks: ['CHAT-01'],
    deviate: answers(here, remove(textBlocks)),
  },
  {
    id: 'chat.content-as-a-block',
    sentence: 'The content of a completion is one block, and no list of them.',
    breaks: ['CHAT-01', 'CHAT-02'],
    deviate: answers(
      here,
      replace(`${message}.content`, (content: unknown) => ({ type: 'text', text: String(content) })),
    ),
  },
  {
    id: 'chat.blocks-as-texts',
    sentence: 'The content of a completion is a list of texts.',
    breaks: ['CHAT-02'],
    deviate: answers(here, replace(textBlocks, 'Hello!')),
  },
  {
    id: 'chat.blocks-untyped',
    sentence: 'The content blocks of a completion do not state their types.',
    breaks: ['CHAT-02'],
    deviate: answers(here, remove(`${message}.content[*].type`)),
  },
  {
    id: 'chat.blocks-of-text-without-text',
    sentence: 'The text blocks of a completion have their text in content.',
    breaks: ['CHAT-02'],
    deviate: answers(here, rename(textBlocks, 'text', 'content')),
  },
  {
    id: 'chat.summary-as-text',
    sentence: 'The summary of a reasoning block is a text, and no list of parts.',
    breaks: ['CHAT-02'],
    deviate: answers(here, replace(`${message}.content[*].summary`, 'Follow the script.')),
  },
  {
    id: 'chat.refusal-as-flag',
    sentence: 'The refusal of a message that refuses nothing is false.',
    breaks: ['CHAT-02'],
    deviate: answers(here, replace(`${message}.refusal`, false)),
  },
];
