import { gzipSync } from 'node:zlib';
import type { Fault } from '../fault.js';
import { isStream, send } from '../making/bytes.js';
import { rewritten } from '../making/chunks.js';
import { streamsAnswer } from '../making/requirements.js';
import { withHeaders } from '../making/responses.js';
import { chunked, sendVerbatim } from '../making/verbatim.js';
import { anywhere, asksForStream } from '../making/where.js';
import { asOnePiece, streamsWith } from '../making/whole-streams.js';

const none = () => undefined;

export const streamHeaderFaults: readonly Fault[] = [
  {
    id: 'streaming.typed-as-json',
    sentence: 'A stream has the content type of an answer in one piece.',
    breaks: streamsAnswer,
    seen: 'Kong/kong!14079',
    deviate: streamsWith(none, (message) => withHeaders(message, { 'content-type': 'application/json' })),
  },
  {
    id: 'streaming.typed-as-text',
    sentence: 'A stream has the content type text/plain.',
    breaks: streamsAnswer,
    deviate: streamsWith(none, (message) => withHeaders(message, { 'content-type': 'text/plain; charset=utf-8' })),
  },
  {
    id: 'streaming.untyped',
    sentence: 'A stream has no content type.',
    breaks: streamsAnswer,
    deviate: streamsWith(none, (message) => withHeaders(message, { 'content-type': undefined })),
  },
  {
    id: 'streaming.status-201',
    sentence: 'A stream has the status 201.',
    breaks: streamsAnswer,
    deviate: streamsWith(none, (message) => ({ ...message, status: 201 })),
  },
  {
    id: 'streaming.content-length',
    sentence: 'A stream has a Content-Length, since it is sent once all of it is known.',
    breaks: ['STREAM-53', 'STREAM-22', 'STREAM-56'],
    deviate: streamsWith(none, asOnePiece),
  },
  {
    id: 'streaming.compressed',
    sentence: 'A stream is compressed for clients that do not accept it, and comes in one burst.',
    breaks: ['STREAM-53', 'HDR-13'],
    seen: 'editor-code-assistant/eca!479',
    deviate: send(asksForStream, (usual) =>
      isStream(usual)
        ? {
            ...usual,
            headers: [...usual.headers, ['content-encoding', 'gzip']],
            body: rewritten(usual.body, gzipSync),
          }
        : usual,
    ),
  },
  {
    id: 'streaming.labelled-as-compressed',
    sentence: 'A stream that is not compressed says that it is.',
    breaks: ['STREAM-53', 'HDR-13'],
    deviate: streamsWith(none, (message) => withHeaders(message, { 'content-encoding': 'gzip' })),
  },
  {
    id: 'streaming.foreign-charset',
    sentence: 'The content type of a stream names a charset other than UTF-8.',
    breaks: ['HDR-18'],
    deviate: streamsWith(none, (message) =>
      withHeaders(message, { 'content-type': 'text/event-stream; charset=iso-8859-1' }),
    ),
  },
  {
    id: 'streaming.both-lengths',
    sentence: 'A stream has a Content-Length beside its chunks.',
    breaks: ['HDR-16', 'STREAM-53'],
    seen: 'Wei-Shaw/claude-relay-service!204',
    deviate: sendVerbatim(asksForStream, ({ body }) => ({
      headers: [
        ['transfer-encoding', 'chunked'],
        ['content-length', '4096'],
      ],
      body: chunked(body),
    })),
  },
  {
    id: 'streaming.no-request-id',
    sentence: 'A stream has no request id.',
    breaks: ['STREAM-57'],
    deviate: streamsWith(none, (message) => withHeaders(message, { 'x-request-id': undefined })),
  },
  {
    id: 'streaming.repeated-request-id',
    sentence: 'Streams have the request id of the first one.',
    breaks: ['STREAM-57'],
    deviate: streamsWith(
      () => ({ id: undefined as string | undefined }),
      (message, _, memory) => {
        memory.id ??= message.headers['x-request-id'];
        return withHeaders(message, { 'x-request-id': memory.id });
      },
      anywhere,
    ),
  },
];
