import { expect, it } from 'vitest';
import { bodyText, deadPort, get, httpServer, post, rawServer, testClient } from './testing/raw-server.js';

const half = 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf.';

it('reports a port on which nothing listens', async () => {
  const exchange = await testClient().send(get(`http://127.0.0.1:${await deadPort()}/`));
  expect(exchange.fault).toMatchObject({ code: 'refused', beforeResponse: true, cause: 'ECONNREFUSED' });
  expect(exchange.response).toBeUndefined();
});

it('fails all that wait for a connection when none can be made', async () => {
  const client = testClient({}, { connections: 4 });
  const url = `http://127.0.0.1:${await deadPort()}/`;
  const exchanges = await Promise.all(Array.from({ length: 64 }, () => client.send(get(url))));
  expect(new Set(exchanges.map(({ fault }) => fault?.code))).toEqual(new Set(['refused']));
});

it('reports a name that does not exist', async () => {
  const exchange = await testClient().send(get('http://no-such-host.invalid/'));
  expect(exchange.fault?.code).toBe('dns');
  expect(exchange.fault?.beforeResponse).toBe(true);
});

it('reports a reset before any byte, which may be sent again', async () => {
  const server = await rawServer((socket) => socket.resetAndDestroy());
  const exchange = await testClient().send(post(server.url, '{}'));
  expect(exchange.fault).toMatchObject({ code: 'reset', beforeResponse: true });
});

it('reports a connection that closes without an answer', async () => {
  const server = await rawServer((socket) => socket.end());
  const exchange = await testClient().send(post(server.url, '{}'));
  expect(exchange.fault).toMatchObject({ code: 'reset', beforeResponse: true });
});

it('does not call a reset in the middle of the head "before the response"', async () => {
  const server = await rawServer((socket) => socket.write('HTTP/1.1 2', () => socket.end()));
  const exchange = await testClient().send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'reset', beforeResponse: false });
});

it('counts bytes of the present response only, on a connection that was used before', async () => {
  let served = 0;
  const server = await rawServer((socket) => {
    served += 1;
    if (served === 1) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx');
    else socket.resetAndDestroy();
  });
  const client = testClient({}, { connections: 1 });
  await client.send(get(server.url));
  expect((await client.send(get(server.url))).fault).toMatchObject({ code: 'reset', beforeResponse: true });
  expect(server.connections()).toBe(1);
});

it.each([
  ['a close short of the announced length', half, false],
  ['the same, announced by connection: close', half.replace('\r\n', '\r\nconnection: close\r\n'), false],
  ['a reset short of the announced length', half, true],
  ['a close inside a chunked body', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhalf.\r\n', false],
  [
    'the same, with connection: close',
    'HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhalf.\r\n',
    false,
  ],
  ['a reset of a body without announced length', 'HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nhalf.', true],
])('reports %s, and keeps what had arrived', async (_name, bytes, reset) => {
  // The reset waits until the client has had the first bytes: a reset drops what is still on its way.
  const server = await rawServer((socket) => {
    socket.write(bytes, () => (reset ? setTimeout(() => socket.resetAndDestroy(), 50) : socket.end()));
  });
  const exchange = await testClient().send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'reset', beforeResponse: false });
  expect(exchange.response?.status).toBe(200);
  expect(bodyText(exchange)).toBe('half.');
});

it.each([
  ['what is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
  ['a header without a colon', 'HTTP/1.1 200 OK\r\nno colon here\r\n\r\n'],
  ['a length that is no number', 'HTTP/1.1 200 OK\r\ncontent-length: ten\r\n\r\n'],
  ['a chunk size that is no number', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
  ['both a length and chunks', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
])('reports %s as malformed', async (_name, bytes) => {
  const server = await rawServer((socket) => socket.write(bytes));
  const exchange = await testClient().send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'malformed', beforeResponse: false });
});

it('does not blame the server for an unasked 100 Continue', async () => {
  const server = await rawServer((socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'));
  const exchange = await testClient().send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'transport', beforeResponse: false });
  expect(exchange.fault?.message).toContain('100 Continue');
});

it.each([
  ['ftp://127.0.0.1/', 'URL'],
  ['/relative', 'URL'],
  ['http://127.0.0.1:99999/', 'URL'],
  ['http:\\\\127.0.0.1', 'URL'],
])('reports the URL %s instead of throwing', async (url, word) => {
  const exchange = await testClient().send(get(url));
  expect(exchange.fault).toMatchObject({ code: 'transport', beforeResponse: true });
  expect(exchange.fault?.message).toContain(word);
});

it('reports headers that cannot be sent instead of throwing', async () => {
  const server = await httpServer((_request, answer) => answer.end());
  const client = testClient();
  for (const header of [
    ['x y', '1'],
    ['x', 'a\r\nb: c'],
    ['x', '\u2028'],
    ['transfer-encoding', 'chunked'],
  ] as const) {
    const exchange = await client.send({ ...get(server.url), headers: [header] });
    expect(exchange.fault).toMatchObject({ code: 'transport', beforeResponse: true });
  }
});

it('shows the host in a message, and no user information of the URL', async () => {
  const port = await deadPort();
  const exchange = await testClient().send(get(`http://user:pass-word@127.0.0.1:${port}/?key=secret-key`));
  expect(exchange.fault?.message).toBe(`No connection to 127.0.0.1:${port} could be made (ECONNREFUSED).`);
});

it('aborts in flight and keeps what had arrived', async () => {
  const controller = new AbortController();
  const server = await rawServer((socket) => socket.write(half));
  const exchange = testClient().send(get(server.url), controller.signal);
  setTimeout(() => controller.abort(), 100);
  expect((await exchange).fault).toMatchObject({ code: 'aborted', beforeResponse: false });
  expect(bodyText(await exchange)).toBe('half.');
});

it('sends nothing when the signal has been aborted before', async () => {
  const server = await rawServer((socket) => socket.write(half));
  const exchange = await testClient().send(get(server.url), AbortSignal.abort());
  expect(exchange.fault).toMatchObject({ code: 'aborted', beforeResponse: true });
  expect(server.connections()).toBe(0);
});

it('aborts what waits in the queue, and leaves the connection to the others', async () => {
  const controller = new AbortController();
  const answers: (() => void)[] = [];
  const server = await rawServer((socket) => {
    answers.push(() => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'));
    if (answers.length === 1) controller.abort();
    else answers.at(-1)?.();
  });
  const client = testClient({}, { connections: 1 });
  const first = client.send(get(`${server.url}first`));
  const second = client.send(get(`${server.url}second`), controller.signal);
  const third = client.send(get(`${server.url}third`));
  expect((await second).fault).toMatchObject({ code: 'aborted', beforeResponse: true });
  answers[0]?.();
  expect([bodyText(await first), bodyText(await third)]).toEqual(['ok', 'ok']);
  expect(server.requests.map((request) => request.split(' ')[1])).toEqual(['/first', '/third']);
  expect(server.connections()).toBe(1);
});
