import { gzipSync } from 'node:zlib';
import { type Attack, answerTo, chunk, chunkedHead, eventStream, flood, honest, json, ok, said } from './attack.js';

const member = gzipSync(Buffer.alloc(16 * 1024 * 1024), { level: 9 });
/** A gigabyte of zeros: members of a gzip file stand one after the other (RFC 1952 section 2.2). */
const bomb = Buffer.concat(Array.from({ length: 64 }, () => member));

/** The same again and again: each decoding, for which there is a coding in the header, would grow to its bound anew. */
const nested = Array.from({ length: 20 }).reduce<Buffer>(
  (inner) => gzipSync(Buffer.concat([inner, Buffer.alloc(8 * 1024 * 1024)])),
  Buffer.from('{}'),
);

/** Gateways that send too much. */
export const large: readonly Attack[] = [
  {
    name: 'sends a body without end',
    answer: (socket, { stream }) => {
      socket.write(`${ok(stream ? eventStream : json)}connection: close\r\n\r\n`);
      flood(socket, Buffer.alloc(65_536, 0x61));
    },
    plain: 'failed: completion, body [body-too-large]',
    streamed: 'warned: completion [body-too-large]',
  },
  {
    name: 'sends a stream of frames without end',
    answer: (socket) => {
      socket.write(chunkedHead(eventStream));
      flood(socket, chunk(': alive\n\n'.repeat(1000)));
    },
    plain: 'failed: completion, body [body-too-large]',
    streamed: 'warned: completion [body-too-large]',
  },
  {
    name: 'sends a gigabyte of zeros in a megabyte of gzip',
    answer: (socket, request) => {
      socket.write(answerTo(request, bomb, 'content-encoding: gzip\r\n'));
    },
    limits: { 'max-body': '2MiB' },
    plain: 'failed: completion.body, body',
    streamed:
      'warned: completion.content-type, completion.framing, completion.grammar, completion.end, completion.answer',
  },
  {
    name: 'says that its body is compressed thousands of times',
    answer: (socket, request) => {
      const coding = `content-encoding: ${'gzip,'.repeat(9000)}gzip\r\n`;
      socket.write(answerTo(request, nested, coding));
    },
    plain: 'failed: completion.body, body',
    streamed:
      'warned: completion.content-type, completion.framing, completion.grammar, completion.end, completion.answer',
  },
  {
    name: 'sends a header of a megabyte',
    answer: (socket) => {
      socket.write(`${ok(json)}x: ${'y'.repeat(1_000_000)}\r\n\r\n`);
    },
    plain: 'failed: completion, body [head-too-large]',
    streamed: 'warned: completion [head-too-large]',
  },
  {
    name: 'sends a hundred thousand headers',
    answer: (socket) => {
      socket.write(`${ok(json)}${'x: y\r\n'.repeat(100_000)}\r\n`);
    },
    plain: 'failed: completion, body [head-too-large]',
    streamed: 'warned: completion [head-too-large]',
  },
  {
    name: 'sends a million tiny frames',
    answer: (socket, request) => {
      socket.write(request.stream ? answerTo(request, 'data:\n\n'.repeat(1_000_000)) : honest(request));
    },
    limits: { 'max-body': '16MiB' },
    plain: 'passed',
    streamed: 'warned: completion.framing, completion.grammar, completion.end, completion.answer',
  },
  {
    name: 'sends a million tiny chunks',
    answer: (socket, { stream }) => {
      socket.write(`${chunkedHead(stream ? eventStream : json)}${'1\r\n \r\n'.repeat(1_000_000)}0\r\n\r\n`);
    },
    limits: { 'max-body': '16MiB' },
    plain: 'failed: completion.body, body',
    streamed: 'warned: completion.framing, completion.grammar, completion.end, completion.answer',
  },
  {
    name: 'nests lists a hundred thousand deep',
    answer: (socket, request) => {
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      socket.write(answerTo(request, request.stream ? `data: ${deep}\n\n` : deep));
    },
    plain: 'failed: completion.body, body',
    streamed: 'warned: completion.grammar, completion.end, completion.answer',
  },
  {
    name: 'nests objects a hundred thousand deep inside a completion',
    answer: (socket, request) => {
      const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
      const body = JSON.stringify(said('Hello.')).replace(/\}$/, `,"more":${deep}}`);
      socket.write(answerTo(request, request.stream ? `data: ${body}\n\n` : body));
    },
    plain: 'failed: completion.body, body',
    streamed: 'warned: completion.grammar, completion.end, completion.answer',
  },
];
