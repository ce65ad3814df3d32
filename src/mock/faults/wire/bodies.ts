import { gzipSync } from 'node:zlib';
import type { Fault } from '../fault.js';
import { send, sendBody } from '../making/bytes.js';
import { rewritten, upTo } from '../making/chunks.js';
import { answersCome, streamsAnswer } from '../making/requirements.js';
import { headers } from '../making/responses.js';
import { chunked, lengthOf, sendVerbatim } from '../making/verbatim.js';
import { asksForStream, onModelApis, type Where } from '../making/where.js';

const asksForAnswer: Where = (asked) => asked.api !== undefined && !asksForStream(asked);
const inChunks = [['transfer-encoding', 'chunked']] as const;

export const bodyFaults: readonly Fault[] = [
  {
    id: 'wire.plain-labelled-as-gzip',
    sentence: 'A body that is not compressed says that it is.',
    breaks: ['HDR-13', ...answersCome],
    seen: 'agentgateway/agentgateway#1620',
    deviate: headers(onModelApis, { 'content-encoding': 'gzip' }),
  },
  {
    id: 'wire.compressed-unasked',
    sentence: 'A body is compressed for clients that do not accept it.',
    breaks: ['HDR-13'],
    deviate: send(asksForAnswer, (usual) => ({
      ...usual,
      headers: [...usual.headers.filter(([name]) => name !== 'content-length'), ['content-encoding', 'gzip']],
      body: rewritten(usual.body, gzipSync),
    })),
  },
  {
    id: 'wire.length-too-long',
    sentence: 'The Content-Length of an answer counts ten bytes that never come.',
    breaks: answersCome,
    deviate: sendVerbatim(asksForAnswer, (usual) => ({
      headers: [['content-length', String((lengthOf(usual) ?? 0) + 10)]],
      body: usual.body,
    })),
  },
  {
    id: 'wire.length-too-short',
    sentence: 'The Content-Length of an answer leaves its last ten bytes out.',
    breaks: answersCome,
    deviate: sendVerbatim(asksForAnswer, (usual) => ({
      headers: [['content-length', String(Math.max(0, (lengthOf(usual) ?? 0) - 10))]],
      body: usual.body,
    })),
  },
  {
    id: 'wire.length-in-characters',
    sentence: 'The Content-Length of an answer counts characters and not bytes.',
    breaks: ['HDR-02', 'CHAT-23', 'MSG-18', 'RESP-46', 'GEM-52'],
    deviate: sendBody(asksForAnswer, (chunks) =>
      rewritten(chunks, (bytes) => bytes.subarray(0, bytes.toString('utf8').length)),
    ),
  },
  {
    id: 'wire.both-lengths',
    sentence: 'An answer has both a Content-Length and a Transfer-Encoding.',
    breaks: ['HDR-16'],
    seen: 'Wei-Shaw/claude-relay-service!204',
    deviate: sendVerbatim(asksForAnswer, (usual) => ({
      headers: [['content-length', String(lengthOf(usual) ?? 0)], ...inChunks],
      body: chunked(usual.body),
    })),
  },
  {
    id: 'wire.stale-transfer-encoding',
    sentence: 'The Transfer-Encoding of the model provider stays on a body that is not in chunks.',
    breaks: [...answersCome, ...streamsAnswer],
    deviate: sendVerbatim(onModelApis, ({ body }) => ({ headers: inChunks, body })),
  },
  {
    id: 'wire.chunks-chunked-again',
    sentence: 'The chunk sizes of the model provider are part of the body.',
    breaks: answersCome,
    deviate: sendBody(asksForAnswer, (chunks) => chunked(chunks)),
  },
  {
    id: 'wire.chunk-sizes-wrong',
    sentence: 'The size of a chunk is written with a prefix.',
    breaks: [...answersCome, ...streamsAnswer],
    seen: 'higress-group/higress#2359',
    deviate: sendVerbatim(onModelApis, ({ body }) => ({
      headers: inChunks,
      body: rewritten(body, (bytes) => `0x${bytes.length.toString(16)}\r\n${bytes}\r\n0\r\n\r\n`),
    })),
  },
  {
    id: 'wire.last-chunk-missing',
    sentence: 'The connection closes without the chunk that ends a body.',
    breaks: [...answersCome, ...streamsAnswer],
    seen: 'apache/apisix#12776',
    deviate: sendVerbatim(onModelApis, ({ body }) => ({ headers: inChunks, body: chunked(body, { end: '' }) })),
  },
  {
    id: 'wire.closed-behind-the-head',
    sentence: 'The connection closes between the head and the body of an answer.',
    breaks: answersCome,
    deviate: sendVerbatim(asksForAnswer, (usual) => ({
      headers: [['content-length', String(lengthOf(usual) ?? 0)]],
      body: upTo(usual.body, 0),
    })),
  },
  {
    id: 'wire.cut-in-the-middle',
    sentence: 'A proxy keeps the first 200 bytes of an answer and sets the length right.',
    breaks: answersCome,
    seen: 'ayunis-core/ayunis-core!656',
    deviate: sendBody(asksForAnswer, (chunks) => upTo(chunks, 200)),
  },
  {
    id: 'wire.body-twice',
    sentence: 'A body holds the answer twice.',
    breaks: answersCome,
    seen: 'FlowiseAI/Flowise#3474',
    deviate: sendBody(asksForAnswer, (chunks) => rewritten(chunks, (bytes) => Buffer.concat([bytes, bytes]))),
  },
  {
    id: 'wire.json-in-json',
    sentence: 'The body is a JSON string that holds the JSON of the answer.',
    breaks: answersCome,
    deviate: sendBody(asksForAnswer, (chunks) => rewritten(chunks, (bytes) => JSON.stringify(bytes.toString('utf8')))),
  },
  {
    id: 'wire.empty',
    sentence: 'An answer has the status 200 and no body.',
    breaks: answersCome,
    deviate: sendBody(asksForAnswer, (chunks) => rewritten(chunks, () => '')),
  },
];
