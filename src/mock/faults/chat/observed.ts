import type { Fault } from '../fault.js';
import { remove, rename, replace } from '../making/edit.js';
import { complain, mend, overlook } from '../making/requests.js';
import { answers } from '../making/responses.js';
import { drop, editEvents, exchange, having, twice } from '../making/streams.js';
import { asking, both, chat, on } from '../making/where.js';

const here = on(chat);
const message = '$.choices[*].message';
const finished = having('$.choices[*].finish_reason');

/** What no document promises: such a gateway differs from the one before, and is not wrong for that. */
export const observedFaults: readonly Fault[] = [
  {
    id: 'chat.content-in-blocks',
    sentence: 'The content of a completion that was a text is a list of blocks.',
    breaks: ['CHAT-03'],
    seen: 'tidyverse/ellmer#822',
    deviate: answers(
      here,
      replace(`${message}.content`, (content: unknown) =>
        typeof content === 'string' ? [{ type: 'text', text: content }] : content,
      ),
    ),
  },
  {
    id: 'chat.reasoning-in-another-field',
    sentence: 'A reasoning block has its reasoning in content, and no summary.',
    breaks: ['CHAT-04'],
    deviate: answers(here, rename(`${message}.content[?@.type == 'reasoning']`, 'summary', 'content')),
  },
  {
    id: 'chat.no-reasoning-without-room',
    sentence: 'A completion that was cut before its text has no content.',
    breaks: ['CHAT-05'],
    deviate: answers(here, replace("$.choices[?@.finish_reason == 'length'].message.content", null)),
  },
  {
    id: 'chat.no-refusal',
    sentence: 'A message that refuses nothing has no refusal.',
    breaks: ['CHAT-37'],
    deviate: answers(here, remove(`${message}[?@ == null]`)),
  },
  {
    id: 'chat.no-calls-as-empty-list',
    sentence: 'A message that calls nothing has an empty list of tool calls.',
    breaks: ['CHAT-38'],
    deviate: answers(
      here,
      replace(message, (said: unknown) => Object.assign({ tool_calls: [] }, said)),
    ),
  },
  {
    id: 'chat.returned-blocks-refused',
    sentence: 'A message with a reasoning block is refused when it comes back as it was.',
    breaks: ['CHAT-39'],
    seen: 'BerriAI/litellm#36931',
    deviate: complain(
      both(here, asking("$.messages[*].content[?@.type == 'reasoning']")),
      'messages.1.content.0: Extra inputs are not permitted',
    ),
  },
  {
    id: 'chat.empty-content-beside-calls-refused',
    sentence: 'A message with tool calls and an empty content is refused.',
    breaks: ['CHAT-40'],
    seen: 'databricks/databricks-ai-bridge!333',
    deviate: complain(
      both(here, asking("$.messages[?@.tool_calls && @.content == '']")),
      'messages: text content blocks must be non-empty',
    ),
  },
  {
    id: 'chat.prompt-without-text-refused',
    sentence: 'A chat request whose prompt is empty is refused.',
    breaks: ['CHAT-46'],
    deviate: complain(both(here, asking("$.messages[?@.content == '']")), 'messages: must not be empty'),
  },
  {
    id: 'chat.result-without-call-accepted',
    sentence: 'The result of a function that was not called is dropped.',
    breaks: ['CHAT-57'],
    deviate: overlook(here, /must be a response to a preceding message/),
  },
  {
    id: 'chat.same-tools-accepted',
    sentence: 'Two functions of the same name are accepted.',
    breaks: ['CHAT-58'],
    deviate: overlook(here, /tool names must be unique/),
  },
  {
    id: 'chat.choice-not-offered-dropped',
    sentence: 'A tool_choice that names a function which is not offered is dropped.',
    breaks: ['CHAT-59'],
    deviate: overlook(here, /not found in 'tools' parameter/),
  },
  {
    id: 'chat.schema-of-a-list-accepted',
    sentence: 'A JSON schema of a chat request that is that of a list is dropped.',
    breaks: ['CHAT-61'],
    deviate: mend(
      both(here, asking("$.response_format.json_schema.schema[?@ == 'array']")),
      remove('$.response_format'),
    ),
  },
  {
    id: 'chat.unreadable-images-dropped',
    sentence: 'An image of a chat request that cannot be read is dropped.',
    breaks: ['CHAT-63'],
    deviate: mend(here, remove("$.messages[*].content[?@.image_url && search(@.image_url.url, '\\\\*|SGVsbG8')]")),
  },
  {
    id: 'chat.stream-without-finish-reason',
    sentence: 'A chat stream ends without a finish_reason.',
    breaks: ['STREAM-04'],
    seen: 'databricks/unity-gateway#215',
    deviate: drop(here, finished),
  },
  {
    id: 'chat.finish-reason-in-front-of-the-end-only',
    sentence: 'The finish_reason of a chat stream is null in all chunks.',
    breaks: ['STREAM-04'],
    deviate: editEvents(here, finished, replace('$.choices[*].finish_reason', null)),
  },
  {
    id: 'chat.usage-in-every-chunk',
    sentence: 'Every chunk of a chat stream has usage.',
    breaks: ['STREAM-10'],
    seen: 'databricks/databricks-ai-bridge!176',
    deviate: editEvents(here, having('$.choices[0]'), (chunk) =>
      Object.assign({}, chunk, { usage: { prompt_tokens: 7, completion_tokens: 1, total_tokens: 8 } }),
    ),
  },
  {
    id: 'chat.usage-not-asked-for',
    sentence: 'A chat stream has usage that nobody asked for.',
    breaks: ['STREAM-10'],
    seen: 'nguyenphutrong/quotio#460',
    deviate: exchange(here, finished, (event) => [
      event,
      {
        data: event.data.replace(
          /"choices":\[.*\]/,
          '"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":9,"total_tokens":16}',
        ),
      },
    ]),
  },
  {
    id: 'chat.usage-twice',
    sentence: 'The usage of a chat stream comes twice.',
    breaks: ['STREAM-10'],
    seen: 'Portkey-AI/gateway#1338',
    deviate: twice(here, having('$.usage')),
  },
  {
    id: 'chat.stream-options-refused',
    sentence: 'A chat request with stream_options is refused.',
    breaks: ['STREAM-11'],
    deviate: complain(both(here, asking('$.stream_options')), 'stream_options: Extra inputs are not permitted'),
  },
];
