import type { Fault } from '../fault.js';
import { remove, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { composed, htmlEscaped, misread, trimmed, unixLineEnds } from '../making/texts.js';
import { messages, on } from '../making/where.js';

const here = on(messages);
const texts = "$.content[?@.type == 'text'].text";

export const answerFaults: readonly Fault[] = [
  {
    id: 'messages.type-of-the-old-api',
    sentence: 'A message calls itself a completion, as answers of the API before it did.',
    breaks: ['MSG-01'],
    deviate: answers(here, replace('$.type', 'completion')),
  },
  {
    id: 'messages.no-type',
    sentence: 'A message does not say that it is one.',
    breaks: ['MSG-01'],
    deviate: answers(here, remove('$.type')),
  },
  {
    id: 'messages.role-of-gemini',
    sentence: 'A message is one of the role "model".',
    breaks: ['MSG-02'],
    deviate: answers(here, replace('$.role', 'model')),
  },
  {
    id: 'messages.no-role',
    sentence: 'A message does not say whose it is.',
    breaks: ['MSG-02'],
    deviate: answers(here, remove('$.role')),
  },
  {
    id: 'messages.empty-id',
    sentence: 'The id of a message is empty.',
    breaks: ['MSG-03'],
    deviate: answers(here, replace('$.id', '')),
  },
  {
    id: 'messages.one-id-for-all',
    sentence: 'All messages have the same id.',
    breaks: ['MSG-04'],
    deviate: answers(here, replace('$.id', 'msg_01')),
  },
  {
    id: 'messages.empty-model',
    sentence: 'The model of a message is empty.',
    breaks: ['MSG-05'],
    deviate: answers(here, replace('$.model', '')),
  },
  {
    id: 'messages.no-model',
    sentence: 'A message does not name its model.',
    breaks: ['MSG-05'],
    deviate: answers(here, remove('$.model')),
  },
  {
    id: 'messages.content-as-text',
    sentence: 'The content of a message is a text, as on chat.',
    breaks: ['MSG-06', 'MSG-07'],
    deviate: answers(here, replace('$.content', 'Hello! How can I help you today?')),
  },
  {
    id: 'messages.block-without-type',
    sentence: 'A block of a message does not say of which type it is.',
    breaks: ['MSG-06'],
    deviate: answers(here, remove('$.content[*].type')),
  },
  {
    id: 'messages.block-without-text',
    sentence: 'A text block has no text.',
    breaks: ['MSG-06'],
    deviate: answers(here, remove(texts)),
  },
  {
    id: 'messages.citations-as-object',
    sentence: 'The citations of a text block are an object.',
    breaks: ['MSG-06'],
    deviate: answers(
      here,
      replace("$.content[?@.type == 'text']", (block: unknown) => Object.assign({ citations: {} }, block)),
    ),
  },
  {
    id: 'messages.empty-text',
    sentence: 'The text of a message is lost.',
    breaks: ['MSG-07'],
    deviate: answers(here, replace(texts, '')),
  },
  {
    id: 'messages.no-blocks',
    sentence: 'A message has no content, and still tokens of output.',
    breaks: ['MSG-07'],
    deviate: answers(here, replace('$.content', [])),
  },
  {
    id: 'messages.text-misread',
    sentence: 'The text of a message is taken for ISO 8859-1.',
    breaks: ['MSG-18'],
    deviate: answers(here, replace(texts, misread)),
  },
  {
    id: 'messages.text-composed',
    sentence: 'The text of a message is brought into a normalization form.',
    breaks: ['MSG-18'],
    deviate: answers(here, replace(texts, composed)),
  },
  {
    id: 'messages.text-escaped',
    sentence: 'The text of a message is escaped for HTML.',
    breaks: ['MSG-18'],
    deviate: answers(here, replace(texts, htmlEscaped)),
  },
  {
    id: 'messages.line-ends-changed',
    sentence: 'The line ends of a text become line feeds.',
    breaks: ['MSG-18'],
    deviate: answers(here, replace(texts, unixLineEnds)),
  },
  {
    id: 'messages.text-trimmed',
    sentence: 'The text of a message loses the white space at its ends.',
    breaks: ['MSG-18'],
    deviate: answers(here, replace(texts, trimmed)),
  },
];
