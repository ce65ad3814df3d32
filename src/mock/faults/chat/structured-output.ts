import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { merge, remove, replace } from '../making/edit.js';
import { insideJson } from '../making/json-text.js';
import { withMember } from '../making/requests.js';
import { answers } from '../making/responses.js';
import { inCodeFence, ofText } from '../making/texts.js';
import { asking, both, chat, on } from '../making/where.js';

const here = on(chat);
const withSchema = both(here, asking('$.response_format.json_schema'));
const withFormat = both(here, asking('$.response_format'));
const streamed = withMember('stream', true);
const text = '$.choices[*].message.content';

export const structuredOutputFaults: readonly Fault[] = [
  {
    id: 'chat.response-format-dropped',
    sentence: 'The response_format of a chat request does not reach the model.',
    breaks: ['CHAT-35', 'CHAT-60'],
    seen: 'decolua/9router!2783',
    deviate: forward(here, remove('$.response_format')),
  },
  {
    id: 'chat.response-format-of-streams-dropped',
    sentence: 'The response_format of a request for a chat stream does not reach the model.',
    breaks: ['CHAT-35', 'CHAT-60'],
    deviate: forward(both(here, streamed), remove('$.response_format')),
  },
  {
    id: 'chat.schema-as-json-object',
    sentence: 'A JSON schema of a chat request reaches the model as the wish for any JSON.',
    breaks: ['CHAT-35'],
    deviate: forward(withSchema, replace('$.response_format', { type: 'json_object' })),
  },
  {
    id: 'chat.json-object-as-text',
    sentence: 'A chat request for a json_object is answered in words.',
    breaks: ['CHAT-60'],
    seen: 'peonist-ai/halogen-flash-server#14',
    deviate: forward(here, remove("$[?@.type == 'json_object']")),
  },
  {
    id: 'chat.json-in-a-code-fence',
    sentence: 'JSON that a chat request asked for comes in a code fence.',
    breaks: ['CHAT-35', 'CHAT-60'],
    deviate: answers(withFormat, replace(text, inCodeFence)),
  },
  {
    id: 'chat.json-introduced',
    sentence: 'JSON that a chat request asked for comes behind words that introduce it.',
    breaks: ['CHAT-35', 'CHAT-60'],
    deviate: answers(
      withFormat,
      replace(
        text,
        ofText((json) => `Here is the JSON: ${json}`),
      ),
    ),
  },
  {
    id: 'chat.json-cut',
    sentence: 'JSON that a chat request asked for has no end.',
    breaks: ['CHAT-35', 'CHAT-60'],
    deviate: answers(
      withFormat,
      replace(
        text,
        ofText((json) => json.slice(0, -1)),
      ),
    ),
  },
  {
    id: 'chat.json-quoted',
    sentence: 'JSON that a chat request asked for is JSON inside of JSON.',
    breaks: ['CHAT-35', 'CHAT-60'],
    deviate: answers(
      withFormat,
      replace(text, (json: unknown) => JSON.stringify(json)),
    ),
  },
  {
    id: 'chat.numbers-of-json-as-text',
    sentence: 'Numbers in JSON that a schema of a chat request asked for are texts.',
    breaks: ['CHAT-35'],
    deviate: answers(
      withSchema,
      replace(
        text,
        insideJson(replace('$..*', (value: unknown) => (typeof value === 'number' ? String(value) : value))),
      ),
    ),
  },
  {
    id: 'chat.member-of-json-missing',
    sentence: 'A member that a schema of a chat request requires is missing in the JSON.',
    breaks: ['CHAT-35'],
    deviate: answers(withSchema, replace(text, insideJson(remove('$.legs')))),
  },
  {
    id: 'chat.member-of-json-added',
    sentence: 'JSON that a schema of a chat request closes to other members has one.',
    breaks: ['CHAT-35'],
    deviate: answers(withSchema, replace(text, insideJson(merge('$', { thoughts: 'Spiders have 8.' })))),
  },
  {
    id: 'chat.list-of-json-cut',
    sentence: 'Lists in JSON that a schema of a chat request asked for end with their first item.',
    breaks: ['CHAT-35'],
    deviate: answers(withSchema, replace(text, insideJson(remove('$.*[1:]')))),
  },
];
