import type { Message } from '../../gateway/message.js';
import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { rename, replace } from '../making/edit.js';
import { withMember } from '../making/requests.js';
import { answers, headers, respond } from '../making/responses.js';
import { both, chat, on } from '../making/where.js';

const here = on(chat);
const onCursor = on('chat-cursor');
const streams = withMember('stream', true);

/** What went wrong as the only event of a stream. */
function asStream({ body, ...message }: Message): Message {
  const events = body.kind === 'json' ? [{ data: JSON.stringify(body.value) }] : [];
  const pace = () => Promise.resolve();
  return {
    ...message,
    status: 200,
    headers: { ...message.headers, 'content-type': 'text/event-stream' },
    body: { kind: 'events', events, pace },
  };
}

export const pathFaults: readonly Fault[] = [
  {
    id: 'chat.cursor-answers-text-completions',
    sentence: 'The path of Cursor answers with the text beside the choice, as the API before chat did.',
    breaks: ['AGENT-02', 'CHAT-02'],
    deviate: answers(onCursor, rename('$.choices[*]', 'message', 'text')),
  },
  {
    id: 'chat.cursor-always-streams',
    sentence: 'The path of Cursor answers with a stream that nobody asked for.',
    breaks: ['AGENT-02'],
    deviate: forward(onCursor, (body) => Object.assign({}, body, { stream: true })),
  },
  {
    id: 'chat.cursor-never-streams',
    sentence: 'The path of Cursor answers a request for a stream in one piece.',
    breaks: ['STREAM-01'],
    deviate: forward(onCursor, replace('$.stream', false)),
  },
  {
    id: 'chat.openai-path-never-streams',
    sentence: 'The chat path below that of OpenAI answers a request for a stream in one piece.',
    breaks: ['STREAM-01'],
    deviate: forward(on('chat-openai'), replace('$.stream', false)),
  },
  {
    id: 'chat.blocks-never-stream',
    sentence: 'A model that answers in content blocks answers a request for a stream in one piece.',
    breaks: ['STREAM-01'],
    deviate: forward(
      both(here, ({ body }) => String(body?.['model']).includes('llama')),
      replace('$.stream', false),
    ),
  },
  {
    id: 'chat.stream-as-json',
    sentence: 'A chat stream has the content type application/json.',
    breaks: ['STREAM-01'],
    deviate: headersOfStreams('application/json'),
  },
  {
    id: 'chat.stream-as-text',
    sentence: 'A chat stream has the content type text/plain.',
    breaks: ['STREAM-01'],
    seen: 'Kong/kong!14079',
    deviate: headersOfStreams('text/plain; charset=utf-8'),
  },
  {
    id: 'chat.stream-accepted',
    sentence: 'A chat stream has the status 202.',
    breaks: ['STREAM-01'],
    deviate: respond(both(here, streams), (message) =>
      message.status === 200 ? { ...message, status: 202 } : message,
    ),
  },
  {
    id: 'chat.errors-as-streams',
    sentence: 'A request for a chat stream that is refused gets its error in a stream.',
    breaks: ['STREAM-21'],
    deviate: respond(both(here, streams), (message) => (message.status < 400 ? message : asStream(message))),
  },
  {
    id: 'chat.errors-of-streams-with-200',
    sentence: 'A request for a chat stream that is refused gets its error with the status 200.',
    breaks: ['STREAM-21'],
    seen: 'azrtydxb/Fastllm-proxy#28',
    deviate: respond(both(here, streams), (message) => ({ ...message, status: 200 })),
  },
];

function headersOfStreams(contentType: string) {
  return headers(both(here, streams), { 'content-type': contentType });
}
