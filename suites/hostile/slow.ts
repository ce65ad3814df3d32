import { type Attack, chunk, chunkedHead, drip, eventStream, json, ok, streamed } from './attack.js';

/** Gateways that take their time. */
export const slow: readonly Attack[] = [
  {
    name: 'never answers',
    limits: { 'head-timeout': '300ms' },
    answer: () => {},
    plain: 'failed: completion, body [head-timeout]',
    streamed: 'warned: completion [head-timeout]',
  },
  {
    name: 'sends its head a byte at a time',
    limits: { 'head-timeout': '300ms' },
    answer: (socket) => drip(socket, `${ok(json)}x: ${'y'.repeat(1000)}`),
    plain: 'failed: completion, body [head-timeout]',
    streamed: 'warned: completion [head-timeout]',
  },
  {
    name: 'sends its body a byte at a time',
    limits: { 'total-timeout': '1s' },
    answer: (socket, { stream }) => {
      socket.write(`${ok(stream ? eventStream : json)}content-length: 100000\r\n\r\n`);
      drip(socket, ' ');
    },
    plain: 'failed: completion, body [total-timeout]',
    streamed: 'warned: completion [total-timeout]',
  },
  {
    name: 'falls silent in the middle',
    limits: { 'idle-timeout': '300ms' },
    answer: (socket, { stream }) => {
      socket.write(chunkedHead(stream ? eventStream : json) + chunk(stream ? streamed('Hello.').slice(0, 300) : '{'));
    },
    plain: 'failed: completion, body [idle-timeout]',
    streamed: 'warned: completion [idle-timeout]',
  },
  {
    name: 'never ends its stream',
    limits: { 'total-timeout': '1s' },
    answer: (socket) => {
      socket.write(chunkedHead(eventStream) + chunk(streamed('Hello.').slice(0, 300)));
      drip(socket, chunk(': alive\n\n'));
    },
    plain: 'failed: completion, body [total-timeout]',
    streamed: 'warned: completion [total-timeout]',
  },
  {
    name: 'goes on after its stream has ended',
    limits: { 'total-timeout': '1s' },
    answer: (socket) => {
      socket.write(chunkedHead(eventStream) + chunk(streamed('Hello.')));
      drip(socket, chunk(': alive\n\n'));
    },
    plain: 'failed: completion, body [total-timeout]',
    streamed: 'warned: completion [total-timeout]',
  },
];
