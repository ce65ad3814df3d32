import { once } from 'node:events';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { WireLimits } from '../wire/index.js';
import { rawServer, testClient } from '../wire/testing/raw-server.js';
import type { FakeGateway } from './testing/fake-gateway.js';
import { runCase } from './testing/run-cases.js';

const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n';
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const frame = (delta: object) =>
  `data: ${JSON.stringify({
    id: 'chatcmpl_1',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'some-model',
    choices: [{ index: 0, delta, finish_reason: null }],
  })}\n\n`;
const first = frame({ role: 'assistant', content: '' });
const more = frame({ content: 'on and on ' });

/** A gateway on loopback, which is sent whatever is meant for the target. */
async function onLoopback(answer: (socket: Socket) => void, limits: Partial<WireLimits> = {}): Promise<FakeGateway> {
  const server = await rawServer(answer);
  const client = testClient(limits);
  return {
    send: (request, signal, options) => client.send({ ...request, url: server.url }, signal, options),
    close: () => client.close(),
    requests: [],
    most: () => 0,
    closed: () => false,
  };
}

describe('a stream that hangs', () => {
  const body = 'call: { api: chat, stream: true }\nexpect: completion';

  it.each([
    ['in silence', { idleMs: 50 }, 'idle timeout (50 ms)', () => {}],
    ['without end', { totalMs: 400 }, 'total timeout (400 ms)', drip],
  ] as const)('%s is a failure of the gateway, that says how far it had come', async (_name, limits, limit, goOn) => {
    const gateway = await onLoopback((socket) => {
      socket.write(head + chunk(first + more));
      goOn(socket);
    }, limits);
    const { finished, exchanges } = await runCase(body, gateway);
    expect(finished).toMatchObject({
      verdict: 'failed',
      requests: 1,
      findings: [{ check: 'completion', holds: false }],
    });
    expect(finished.findings[0]?.message).toContain(limit);
    expect(finished.findings[0]?.message).toContain('2 frames of the stream had arrived.');
    expect(exchanges[0]?.exchange.times.pieces?.length).toBeGreaterThan(0);
  });
});

describe('a stream that the spec has the harness leave', () => {
  const answer = (socket: Socket) => socket.write(head + chunk(first) + chunk(more) + chunk(more) + chunk(more));

  it('ends behind so many frames, and the journal says so', async () => {
    let closed: Promise<unknown> | undefined;
    const gateway = await onLoopback((socket) => {
      closed = once(socket, 'close');
      answer(socket);
    });
    const { finished, exchanges } = await runCase(
      'call: { api: chat, stream: true, abort-after: 3 }\nexpect: { stream: { end: aborted, frames: { least: 3, most: 3 } } }',
      gateway,
    );
    expect(finished.verdict).toBe('passed');
    expect(exchanges[0]?.exchange.aborted).toBe(true);
    expect(exchanges[0]?.exchange.response?.body).toMatchObject({ kind: 'text', text: first + more + more });
    await closed;
  });

  it('is no completion', async () => {
    const { finished } = await runCase(
      'call: { api: chat, stream: true, abort-after: 3 }\nexpect: completion',
      await onLoopback(answer),
    );
    expect(finished.verdict).toBe('failed');
    expect(finished.findings.filter(({ holds }) => !holds)).toMatchObject([{ check: 'completion.end' }]);
  });

  it('is not left where it ends before', async () => {
    const { finished, exchanges } = await runCase(
      'call: { api: chat, stream: true, abort-after: 9 }\nexpect: { stream: { end: aborted } }',
      await onLoopback((socket) => socket.write(`${head}${chunk(`${first}data: [DONE]\n\n`)}0\r\n\r\n`)),
    );
    expect(finished.verdict).toBe('failed');
    expect(finished.findings).toMatchObject([{ check: 'stream.end', expected: 'aborted', found: 'complete' }]);
    expect(exchanges[0]?.exchange).not.toHaveProperty('aborted');
  });
});

function drip(socket: Socket): void {
  const timer = setInterval(() => socket.write(chunk(': alive\n\n')), 5);
  socket.on('close', () => clearInterval(timer));
}
