import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { WireLimits } from '../wire/index.js';
import { post, rawServer, testClient } from '../wire/testing/raw-server.js';
import { answered } from './answered.js';
import { contracted, judged, messages, refuted } from './testing/answers.js';

const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n';
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const frame = `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices: [] })}\n\n`;

/** What is found of a stream that a server on loopback answers with; its host is left out of the sentences. */
async function found(answer: (socket: Socket) => void, limits: Partial<WireLimits>): Promise<readonly string[]> {
  const server = await rawServer(answer);
  const exchange = await testClient(limits).send(post(server.url, '{"stream":true}'));
  const findings = judged({ completion: {}, stream: { end: 'complete' } }, answered(exchange, contracted.chat));
  expect(refuted(findings)).toEqual(['completion', 'stream']);
  return [...new Set(messages(findings))].map((message) => message.replaceAll(`127.0.0.1:${server.port}`, 'HOST'));
}

function every(socket: Socket, milliseconds: number, text: string): void {
  const timer = setInterval(() => socket.write(chunk(text)), milliseconds);
  socket.on('close', () => clearInterval(timer));
}

describe('a stream that hangs', () => {
  it('in silence after some frames ends with the idle timeout', async () => {
    expect(await found((socket) => socket.write(head + chunk(frame + frame)), { idleMs: 50 })).toEqual([
      'There is no whole response: HOST stopped in the middle of the response for longer than the idle timeout (50 ms). 2 frames of the stream had arrived.',
    ]);
  });

  it('before its first frame ends with the idle timeout', async () => {
    expect(await found((socket) => socket.write(head), { idleMs: 50 })).toEqual([
      'There is no whole response: HOST stopped in the middle of the response for longer than the idle timeout (50 ms). No frame of the stream had arrived.',
    ]);
  });

  it('in the middle of a frame does not count it', async () => {
    expect(await found((socket) => socket.write(head + chunk(`${frame}data: {`)), { idleMs: 50 })).toEqual([
      'There is no whole response: HOST stopped in the middle of the response for longer than the idle timeout (50 ms). 1 frame of the stream had arrived.',
    ]);
  });

  it('before its head ends with the head timeout', async () => {
    expect(await found(() => {}, { headMs: 50 })).toEqual([
      'There is no response: HOST sent no complete response head within the head timeout (50 ms).',
    ]);
  });
});

describe('a stream without end', () => {
  const total = /^There is no whole response: The exchange with HOST took longer than the total timeout \(400 ms\)\. /;

  it('of comments that keep it alive ends with the total timeout', async () => {
    const alive = (socket: Socket) => {
      socket.write(head + chunk(frame));
      every(socket, 5, ': alive\n\n');
    };
    const [message, ...others] = await found(alive, { idleMs: 10_000, totalMs: 400 });
    expect(others).toEqual([]);
    expect(message).toMatch(total);
    expect(message).toMatch(/ 1 frame of the stream had arrived\.$/);
  });

  it('of frames ends with the total timeout', async () => {
    const endless = (socket: Socket) => {
      socket.write(head);
      every(socket, 1, frame);
    };
    const [message] = await found(endless, { idleMs: 10_000, totalMs: 400 });
    expect(message).toMatch(total);
    expect(message).toMatch(/ \d+ frames of the stream had arrived\.$/);
  });

  it('that drips byte by byte ends with the total timeout', async () => {
    const dripping = (socket: Socket) => {
      socket.write(head);
      every(socket, 5, 'x');
    };
    const [message] = await found(dripping, { idleMs: 10_000, totalMs: 400 });
    expect(message).toMatch(total);
    expect(message).toMatch(/ No frame of the stream had arrived\.$/);
  });
});

it('a stream that breaks off says how far it had come', async () => {
  const [message] = await found((socket) => socket.end(head + chunk(frame)), {});
  expect(message).toContain('The connection to HOST ended before the response was complete');
  expect(message).toMatch(/ 1 frame of the stream had arrived\.$/);
});
