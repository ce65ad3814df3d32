import { once } from 'node:events';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isEventStream } from './event-stream.js';
import { bodyText, get, rawServer, testClient } from './testing/raw-server.js';

const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ntransfer-encoding: chunked\r\n\r\n';
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const frame = (number: number) => `data: ${number}\n\n`;
const end = '0\r\n\r\n';

async function writeApart(socket: Socket, ...parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    await new Promise((resolve) => socket.write(part, resolve));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the arrival of an event stream', () => {
  it('is noted piece by piece, up to its last byte', async () => {
    const server = await rawServer((socket) => {
      void writeApart(socket, head, chunk(frame(1)), chunk(frame(2)), chunk(frame(3)) + end);
    });
    const { response, times } = await testClient().send(get(server.url));
    const pieces = times.pieces ?? [];
    // What comes in the same millisecond is one piece.
    expect([9, 18, 27]).toEqual(expect.arrayContaining(pieces.map((piece) => piece.end)));
    expect(pieces.at(-1)?.end).toBe(27);
    expect(response?.body.byteLength).toBe(27);
    const moments = [times.firstByte, ...pieces.map(({ at }) => at), times.end].map(Number);
    expect(moments).toEqual([...moments].sort((one, other) => one - other));
  });

  it('is noted up to where a fault ended it', async () => {
    const server = await rawServer((socket) => socket.write(head + chunk(frame(1))));
    const { fault, times } = await testClient({ idleMs: 50 }).send(get(server.url));
    expect(fault).toMatchObject({
      code: 'idle-timeout',
      message: `127.0.0.1:${server.port} stopped in the middle of the response for longer than the idle timeout (50 ms).`,
    });
    expect(times.pieces).toMatchObject([{ end: 9 }]);
  });

  it('is an empty list where nothing came', async () => {
    const server = await rawServer((socket) => socket.write(head + end));
    expect((await testClient().send(get(server.url))).times.pieces).toEqual([]);
  });

  it('is not noted of any other response', async () => {
    const server = await rawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}');
    });
    expect((await testClient().send(get(server.url))).times).not.toHaveProperty('pieces');
  });

  it.each([
    ['text/event-stream', true],
    ['Text/Event-Stream ; charset=utf-8', true],
    ['text/event-streams', false],
    ['application/json', false],
  ])('knows %s for what it is', (value, is) => {
    expect(isEventStream([['Content-Type', value]])).toBe(is);
  });
});

describe('an event stream that is left after some frames', () => {
  it('ends without a fault, behind the last of them, and closes the connection', async () => {
    let closed: Promise<unknown> | undefined;
    const server = await rawServer((socket) => {
      closed = once(socket, 'close');
      void writeApart(socket, head, chunk(frame(1)), chunk(`${frame(2)}${frame(3)}data: 4`));
    });
    const exchange = await testClient().send(get(server.url), undefined, { abortAfterFrames: 2 });
    expect(exchange.fault).toBeUndefined();
    expect(exchange.aborted).toBe(true);
    expect(bodyText(exchange)).toBe(frame(1) + frame(2));
    await closed;
  });

  it('is the same however its bytes are cut', async () => {
    const text = `: hello\n\n${frame(1)}${frame(2)}${frame(3)}`;
    const bodies = await Promise.all(
      [text.split(''), [text], text.split(/(?<=\n)/)].map(async (parts) => {
        const server = await rawServer((socket) => socket.write(head + parts.map(chunk).join('') + end));
        return bodyText(await testClient().send(get(server.url), undefined, { abortAfterFrames: 2 }));
      }),
    );
    expect(new Set(bodies)).toEqual(new Set([`: hello\n\n${frame(1)}${frame(2)}`]));
  });

  it('does not count what no client sees: comments and a frame that is not whole', async () => {
    const text = `: alive\n\n: alive\n\n${frame(1)}data: 2\n`;
    const server = await rawServer((socket) => socket.write(head + chunk(text) + end));
    const exchange = await testClient().send(get(server.url), undefined, { abortAfterFrames: 2 });
    expect(exchange).not.toHaveProperty('aborted');
    expect(bodyText(exchange)).toBe(text);
  });

  it('is not left where it ends before', async () => {
    const server = await rawServer((socket) => socket.write(head + chunk(frame(1)) + end));
    const exchange = await testClient().send(get(server.url), undefined, { abortAfterFrames: 2 });
    expect(exchange.fault).toBeUndefined();
    expect(exchange).not.toHaveProperty('aborted');
  });

  it('is no other response that looks like one', async () => {
    const body = frame(1) + frame(2);
    const server = await rawServer((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    });
    const exchange = await testClient().send(get(server.url), undefined, { abortAfterFrames: 1 });
    expect(exchange).not.toHaveProperty('aborted');
    expect(bodyText(exchange)).toBe(body);
  });

  it('leaves the next exchange a connection of its own', async () => {
    const server = await rawServer((socket) => socket.write(head + chunk(frame(1))));
    const client = testClient({}, { connections: 1 });
    await client.send(get(server.url), undefined, { abortAfterFrames: 1 });
    const second = await client.send(get(server.url), undefined, { abortAfterFrames: 1 });
    expect(bodyText(second)).toBe(frame(1));
    expect(server.connections()).toBe(2);
  });
});
