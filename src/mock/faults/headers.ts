import { gzipSync } from 'node:zlib';
import type { Fault } from './fault.js';
import { isStream, send, sendBody } from './making/bytes.js';
import { replace } from './making/edit.js';
import { askingNothing, toTheGateway, withHeader } from './making/requests.js';
import { answers, errorOf, headers, respond, withHeaders } from './making/responses.js';
import { both, chat, on, onModelApis, responses } from './making/where.js';

const tagged = both(onModelApis, withHeader('databricks-ai-gateway-request-tags'));
const contentType = (asked: { readonly headers: Headers }) => asked.headers.get('content-type') ?? '';

export const headerFaults: readonly Fault[] = [
  {
    id: 'headers.json-as-text',
    sentence: 'JSON has the content type text/plain.',
    breaks: ['HDR-01'],
    deviate: respond(toTheGateway, (message) =>
      message.body.kind === 'json' ? withHeaders(message, { 'content-type': 'text/plain' }) : message,
    ),
  },
  {
    id: 'headers.errors-as-text',
    sentence: 'An error in JSON has the content type text/plain.',
    breaks: ['HDR-01'],
    deviate: respond(toTheGateway, (message) =>
      message.status >= 400 ? withHeaders(message, { 'content-type': 'text/plain; charset=utf-8' }) : message,
    ),
  },
  {
    id: 'headers.errors-as-streams',
    sentence: 'An error in the place of a stream has the content type of a stream.',
    breaks: ['HDR-01'],
    deviate: respond(
      both(onModelApis, ({ body, path }) => body?.['stream'] === true || path.endsWith(':streamGenerateContent')),
      (message) => (message.status >= 400 ? withHeaders(message, { 'content-type': 'text/event-stream' }) : message),
    ),
  },
  {
    id: 'headers.byte-order-mark',
    sentence: 'JSON begins with a byte order mark.',
    breaks: ['HDR-02'],
    deviate: sendBody(onModelApis, async function* (chunks) {
      yield Buffer.from('\uFEFF');
      yield* chunks;
    }),
  },
  {
    id: 'headers.latin-1',
    sentence: 'JSON is encoded in Latin 1.',
    breaks: ['HDR-02'],
    deviate: sendBody(onModelApis, async function* (chunks) {
      for await (const chunk of chunks) yield Buffer.from(Buffer.from(chunk).toString('utf8'), 'latin1');
    }),
  },
  {
    id: 'headers.no-content-type-as-400',
    sentence: 'JSON without a content type is answered with status 400.',
    breaks: ['HDR-03'],
    deviate: respond(
      both(onModelApis, (asked) => asked.method === 'POST' && contentType(asked) === ''),
      () => errorOf(400, 'BAD_REQUEST', 'The content type is missing.'),
    ),
  },
  {
    id: 'headers.no-request-id',
    sentence: 'No response has an x-request-id.',
    breaks: ['HDR-04', 'HDR-05', 'HDR-06', 'STREAM-57'],
    deviate: headers(onModelApis, { 'x-request-id': undefined }),
  },
  {
    id: 'headers.one-request-id',
    sentence: 'Every response has the same x-request-id.',
    breaks: ['HDR-06', 'STREAM-57'],
    deviate: headers(on(chat, responses), { 'x-request-id': '00000000-0000-4000-8000-000000000000' }),
  },
  {
    id: 'headers.of-the-provider',
    sentence: 'Headers of the model provider are passed on, its name and organization among them.',
    breaks: ['HDR-07', 'HDR-08', 'HDR-12'],
    deviate: headers(onModelApis, { 'openai-organization': 'org-internal', 'server-timing': 'model;dur=3' }),
  },
  {
    id: 'headers.request-tags-refused',
    sentence: 'A request with request tags is refused.',
    breaks: ['HDR-09'],
    deviate: respond(tagged, () => errorOf(400, 'BAD_REQUEST', 'The request tags are not valid.')),
  },
  {
    id: 'headers.request-tags-route',
    sentence: 'A request with request tags is answered by another model.',
    breaks: ['HDR-09'],
    deviate: answers(tagged, replace("$['model', 'modelVersion']", 'another-model')),
  },
  {
    id: 'headers.model-provider-service-refused',
    sentence: 'A header that names no model provider service is refused.',
    breaks: ['HDR-10'],
    deviate: respond(both(onModelApis, withHeader('databricks-model-provider-service')), () =>
      errorOf(404, 'NOT_FOUND', 'The model provider service does not exist.'),
    ),
  },
  {
    id: 'headers.gzip-always',
    sentence: 'Responses are compressed for clients that accept no content coding.',
    breaks: ['HDR-13'],
    seen: 'editor-code-assistant/eca!479',
    deviate: send(onModelApis, (usual) => ({
      ...usual,
      headers: [...usual.headers.filter(([name]) => name !== 'content-length'), ['content-encoding', 'gzip']],
      body: zipped(usual.body),
    })),
  },
  {
    id: 'headers.gzip-in-name-only',
    sentence: 'Responses that are not compressed say that they are.',
    breaks: ['HDR-13'],
    seen: 'agentgateway/agentgateway#1620',
    deviate: headers(onModelApis, { 'content-encoding': 'gzip' }),
  },
  {
    id: 'headers.gzip-where-accepted',
    sentence: 'A client that accepts gzip gets a compressed response.',
    breaks: ['HDR-14'],
    deviate: send(
      both(onModelApis, ({ headers: sent }) => sent.get('accept-encoding') === 'gzip'),
      (usual) => ({
        ...usual,
        headers: [...usual.headers.filter(([name]) => name !== 'content-length'), ['content-encoding', 'gzip']],
        body: zipped(usual.body),
      }),
    ),
  },
  {
    id: 'headers.date-of-iso-8601',
    sentence: 'Responses are dated in the form of ISO 8601.',
    breaks: ['HDR-15'],
    deviate: headers(onModelApis, { date: '2026-11-22T10:00:00Z' }),
  },
  {
    id: 'headers.no-date',
    sentence: 'Responses are not dated.',
    breaks: ['HDR-15'],
    deviate: send(onModelApis, (usual) => ({ ...usual, verbatim: true })),
  },
  {
    id: 'headers.framed-twice',
    sentence: 'A response has both a Content-Length and a Transfer-Encoding.',
    breaks: ['HDR-16'],
    seen: 'Wei-Shaw/claude-relay-service!204',
    deviate: send(onModelApis, (usual) => ({
      ...usual,
      verbatim: true,
      headers: [
        ...usual.headers.filter(([name]) => name !== 'content-length'),
        ['content-length', '1024'],
        ['transfer-encoding', 'chunked'],
      ],
      body: chunked(usual.body),
    })),
  },
  {
    id: 'headers.should-retry',
    sentence: 'An invalid request is answered with x-should-retry true.',
    breaks: ['HDR-17'],
    deviate: headers(askingNothing, { 'x-should-retry': 'true' }),
  },
  {
    id: 'headers.charset-latin-1',
    sentence: 'The content type names the charset ISO-8859-1.',
    breaks: ['HDR-18'],
    deviate: send(onModelApis, (usual) => ({
      ...usual,
      headers: usual.headers.map(([name, value]) => [
        name,
        name === 'content-type' ? `${value}; charset=ISO-8859-1` : value,
      ]),
    })),
  },
  {
    id: 'headers.charset-of-streams',
    sentence: 'The content type of a stream names the charset windows-1252.',
    breaks: ['HDR-18'],
    deviate: send(onModelApis, (usual) =>
      isStream(usual)
        ? {
            ...usual,
            headers: usual.headers.map(([name, value]) => [
              name,
              name === 'content-type' ? 'text/event-stream; charset=windows-1252' : value,
            ]),
          }
        : usual,
    ),
  },
  {
    id: 'headers.charset-refused',
    sentence: 'A request is refused when its content type has a charset.',
    breaks: ['HDR-19'],
    deviate: respond(
      both(onModelApis, (asked) => /charset/i.test(contentType(asked))),
      () => errorOf(415, 'BAD_REQUEST', 'The content type must be application/json.'),
    ),
  },
  {
    id: 'headers.capitals-refused',
    sentence: 'A request is refused when its content type has capital letters.',
    breaks: ['HDR-19'],
    deviate: respond(
      both(onModelApis, (asked) => /[A-Z]/.test(contentType(asked).split(';')[0] ?? '')),
      () => errorOf(415, 'BAD_REQUEST', 'The content type must be application/json.'),
    ),
  },
];

async function* zipped(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  yield gzipSync(Buffer.concat(all));
}

async function* chunked(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    yield Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]);
  }
  yield Buffer.from('0\r\n\r\n');
}
