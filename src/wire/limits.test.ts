import { createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { bodyText, get, listening, rawServer, testClient } from './testing/raw-server.js';

const ok = 'HTTP/1.1 200 OK\r\n';

it('stops a connection that does not come to stand', async () => {
  // TLS never begins: the server takes the connection and says nothing.
  const port = await listening(createServer((socket) => socket.on('error', () => {})));
  const exchange = await testClient({ connectMs: 50 }).send(get(`https://127.0.0.1:${port}/`));
  expect(exchange.fault).toMatchObject({ code: 'connect-timeout', beforeResponse: true });
  expect(exchange.fault?.message).toContain('within its limit (50 ms)');
});

it('stops waiting for the head', async () => {
  const server = await rawServer(() => {});
  const exchange = await testClient({ headMs: 50 }).send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'head-timeout', beforeResponse: true });
  expect(exchange.fault?.message).toContain('within the head timeout (50 ms)');
  expect(exchange.response).toBeUndefined();
});

it('stops waiting for the rest of the head', async () => {
  const server = await rawServer((socket) => socket.write(`${ok}x-a: 1\r\n`));
  const exchange = await testClient({ headMs: 50 }).send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'head-timeout', beforeResponse: false });
});

it('stops a body that falls silent', async () => {
  const server = await rawServer((socket) => socket.write(`${ok}content-length: 10\r\n\r\nhalf.`));
  const exchange = await testClient({ idleMs: 50 }).send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'idle-timeout', beforeResponse: false });
  expect(bodyText(exchange)).toBe('half.');
});

it('stops a body that drips for ever, which no idle limit catches', async () => {
  const server = await rawServer((socket) => {
    socket.write(`${ok}transfer-encoding: chunked\r\n\r\n`);
    dripInto(socket);
  });
  const exchange = await testClient({ idleMs: 10_000, totalMs: 150 }).send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'total-timeout', beforeResponse: false });
  expect(exchange.fault?.message).toContain('took longer than the total timeout (150 ms)');
  expect(bodyText(exchange)).toMatch(/^x+$/);
});

it('counts the wait in the queue towards the total', async () => {
  const server = await rawServer(() => {});
  const client = testClient({ totalMs: 60 }, { connections: 1 });
  const exchanges = await Promise.all([client.send(get(server.url)), client.send(get(server.url))]);
  expect(exchanges.map(({ fault }) => fault?.code)).toEqual(['total-timeout', 'total-timeout']);
  expect(exchanges[1]?.fault?.beforeResponse).toBe(true);
  expect(exchanges[1]?.times.dequeued).toBeUndefined();
});

it('takes a body of exactly the limit', async () => {
  const server = await rawServer((socket) => socket.write(`${ok}content-length: 5\r\n\r\n12345`));
  const exchange = await testClient({ bodyBytes: 5 }).send(get(server.url));
  expect(exchange.fault).toBeUndefined();
  expect(bodyText(exchange)).toBe('12345');
});

it('stops reading a body beyond the limit, and ends the connection', async () => {
  let closed: (() => void) | undefined;
  const connectionClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const server = await rawServer((socket) => {
    socket.on('close', () => closed?.());
    socket.write(`${ok}connection: close\r\n\r\n`);
    const fill = () => {
      while (!socket.destroyed && socket.write(Buffer.alloc(65_536, 0x61)));
    };
    socket.on('drain', fill);
    fill();
  });
  const exchange = await testClient({ bodyBytes: 100_000 }).send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'body-too-large', beforeResponse: false });
  expect(exchange.response?.body.byteLength).toBe(100_000);
  await connectionClosed;
});

it.each([
  ['one header of a megabyte', `x-large: ${'a'.repeat(1_000_000)}\r\n\r\n`],
  ['many small headers', `${'x: y\r\n'.repeat(100_000)}\r\n`],
])('stops %s', async (_name, head) => {
  const server = await rawServer((socket) => socket.write(ok + head));
  const exchange = await testClient().send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'head-too-large', beforeResponse: false });
});

it('takes limits beyond what a timer can hold', async () => {
  const server = await rawServer((socket) => socket.write(`${ok}content-length: 2\r\n\r\nok`));
  const never = Number.POSITIVE_INFINITY;
  const exchange = await testClient({ connectMs: never, headMs: never, idleMs: never, totalMs: never }).send(
    get(server.url),
  );
  expect(bodyText(exchange)).toBe('ok');
});

function dripInto(socket: Socket): void {
  const timer = setInterval(() => socket.write('1\r\nx\r\n'), 5);
  socket.on('close', () => clearInterval(timer));
}
