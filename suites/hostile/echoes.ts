import { gzipSync } from 'node:zlib';
import { delta, first, stop } from '../../src/api/testing/chat-stream.js';
import { unnamed } from '../../src/api/testing/streams.js';
import { type Asked, answerTo, honest, honestBody, json, streamed } from './attack.js';
import { canary } from './target.js';

/** A place of a response in which a gateway gives back the credential that it was sent. */
export interface Echo {
  readonly name: string;
  readonly answer: (request: Asked) => string | Buffer;
}

const percent = [...Buffer.from(canary)].map((byte) => `%${byte.toString(16)}`).join('');
const entities = [...canary].map((one) => `&#${one.charCodeAt(0)};`).join('');
const escaped = [...canary].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const base64 = Buffer.from(`token:${canary}`).toString('base64');
const inPieces = (size: number, text = canary) => text.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];

function refused(message: string, headers = ''): string {
  const body = JSON.stringify({ error_code: 'PERMISSION_DENIED', message });
  return `HTTP/1.1 403 ${message.replace(/[^\x20-\x7e]/g, '')}\r\n${json}${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** As a stream where one was asked for, and as one text where none was. */
const inText =
  (...parts: readonly string[]) =>
  (request: Asked) =>
    request.stream ? answerTo(request, streamed(...parts)) : honest(request, parts.join(''));

const calls =
  (...parts: readonly string[]) =>
  (request: Asked) =>
    request.stream
      ? answerTo(
          request,
          unnamed([
            first,
            delta({
              tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'f', arguments: '' } }],
            }),
            ...parts.flatMap((text) => [
              delta({ tool_calls: [{ index: 0, function: { arguments: text } }] }),
              delta({ tool_calls: [{ index: 1, function: { arguments: '"' } }] }),
            ]),
            stop,
            '[DONE]',
          ]),
        )
      : answerTo(
          request,
          JSON.stringify({ choices: [{ message: { content: parts.map((text) => ({ type: 'text', text })) } }] }),
        );

export const echoes: readonly Echo[] = [
  { name: 'the text of its answer', answer: inText(`Your token is ${canary}.`) },
  { name: 'the message of an error, and the reason of a status', answer: () => refused(`${canary} may not do that`) },
  {
    name: 'an error in an error',
    answer: () => refused(JSON.stringify({ error: { message: JSON.stringify({ canary }) } })),
  },
  {
    name: 'a header, the name of a header, a challenge, a redirect and a cookie',
    answer: () =>
      refused(
        'no',
        `x-echo: ${canary}\r\n${'dapi'}: ${base64}\r\nwww-authenticate: Bearer error="${canary}"\r\nlocation: http://u:${canary}@h/?q=${encodeURIComponent(canary)}\r\nset-cookie: a=${canary}\r\nx-request-id: ${canary}\r\n`,
      ),
  },
  { name: 'the id of the request', answer: () => refused(`No. [ReqId: ${canary}]`) },
  {
    name: 'a page',
    answer: () =>
      `HTTP/1.1 502 Bad\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<title>${canary}</title><p>${entities}`,
  },
  { name: 'no HTTP at all', answer: () => `${canary} ${canary}\r\n\r\n` },
  {
    name: 'the keys of an object',
    answer: (request) => answerTo(request, JSON.stringify({ [canary]: canary, choices: { [canary]: 1 } })),
  },
  {
    name: 'every field of an answer',
    answer: (request) =>
      answerTo(
        request,
        honestBody(request).replaceAll(/"(id|model|role|finish_reason|object)":"[^"]*"/g, `"$1":"${canary}"`),
      ),
  },
  {
    name: 'a number of tokens',
    answer: (request) => answerTo(request, honestBody(request).replaceAll(/"(\w+_tokens)":\d+/g, `"$1":"${canary}"`)),
  },
  { name: 'base64', answer: inText(`Basic ${base64}`) },
  { name: 'percent-encoding', answer: inText(percent) },
  { name: 'the percent-encoding of a client', answer: inText(encodeURIComponent(canary)) },
  {
    name: 'escapes of JSON',
    answer: (request) => answerTo(request, honestBody(request).replaceAll('Hello.', escaped)),
  },
  { name: 'entities of HTML', answer: inText(entities) },
  { name: 'hexadecimal', answer: inText(Buffer.from(canary).toString('hex')) },
  {
    name: 'bytes that are no text',
    answer: (request) =>
      answerTo(request, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(canary), Buffer.from([0])])),
  },
  {
    name: 'a compressed body',
    answer: (request) => answerTo(request, gzipSync(honestBody(request, canary)), 'content-encoding: gzip\r\n'),
  },
  {
    name: 'a body that breaks off',
    answer: (request) =>
      `HTTP/1.1 200 OK\r\ncontent-type: text/${request.stream ? 'event-stream' : 'plain'}\r\ncontent-length: 9999\r\n\r\n${canary.slice(0, -1)}`,
  },
  {
    name: 'comments, names and retries of a stream',
    answer: (request) =>
      answerTo(
        request,
        `: ${canary}\nevent: ${canary}\nid: ${canary}\nretry: ${canary}\n${canary}: 1\ndata: ${canary}\n\n`,
      ),
  },
  { name: 'two deltas', answer: inText(canary.slice(0, 20), canary.slice(20)) },
  { name: 'a delta for each character', answer: inText(...inPieces(1)) },
  { name: 'deltas of base64', answer: inText(...inPieces(3, base64)) },
  { name: 'deltas of percent-encoding', answer: inText(...inPieces(2, percent)) },
  { name: 'the arguments of a call, in turn with those of another', answer: calls(...inPieces(4)) },
  {
    name: 'data without JSON, a frame for each piece',
    answer: (request) =>
      answerTo(
        request,
        inPieces(5)
          .map((piece) => `data: ${piece}\n\n`)
          .join(''),
      ),
  },
  {
    name: 'the error of a stream',
    answer: (request) => answerTo(request, unnamed([first, { error: { message: `no ${canary}`, type: canary } }])),
  },
];
