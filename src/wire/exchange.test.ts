import { expect, it } from 'vitest';
import { bodyText, get, httpServer, post, rawServer, testClient } from './testing/raw-server.js';

const response = (head: string, body = '') => `HTTP/1.1 200 OK\r\n${head}content-length: ${body.length}\r\n\r\n${body}`;

it('keeps the case, the order and the repeats of response headers', async () => {
  const server = await rawServer((socket) => {
    socket.write(
      response(
        'X-Request-ID: 1\r\nset-Cookie: a=1\r\nContent-Type: text/plain\r\nSet-Cookie: b=2\r\nx-request-id: 2\r\n',
      ),
    );
  });
  const exchange = await testClient().send(get(server.url));
  expect(exchange.response?.headers).toEqual([
    ['X-Request-ID', '1'],
    ['set-Cookie', 'a=1'],
    ['Content-Type', 'text/plain'],
    ['Set-Cookie', 'b=2'],
    ['x-request-id', '2'],
    ['content-length', '0'],
  ]);
});

it('keeps header bytes beyond ASCII, one character each', async () => {
  const server = await rawServer((socket) => {
    socket.write(Buffer.from(response('x-name: caf\xe9 \xff\r\n'), 'latin1'));
  });
  const exchange = await testClient().send(get(server.url));
  expect(exchange.response?.headers[0]).toEqual(['x-name', 'caf\xe9 \xff']);
});

it('sends headers in the case, order and repetition given, and no Accept-Encoding', async () => {
  const server = await rawServer((socket) => socket.write(response('')));
  await testClient().send({
    method: 'POST',
    url: `${server.url}a/./b/%2e%2e?x=1&y='#fragment`,
    headers: [
      ['X-B', '1'],
      ['authorization', 'Bearer token-of-a-test'],
      ['X-B', '2'],
      ['x-b', '3'],
      ['User-Agent', 'test'],
    ],
    body: Buffer.from('{}'),
  });
  const [requestLine, ...headers] = server.requests[0]?.split('\r\n') ?? [];
  expect(requestLine).toBe("POST /a/./b/%2e%2e?x=1&y=' HTTP/1.1");
  expect(headers).toEqual([
    `host: 127.0.0.1:${server.port}`,
    'connection: keep-alive',
    'X-B: 1',
    'authorization: Bearer token-of-a-test',
    'X-B: 2',
    'x-b: 3',
    'User-Agent: test',
    'content-length: 2',
    '',
    '{}',
  ]);
});

it('keeps a body as the bytes that arrived, whatever content-encoding says', async () => {
  const bytes = Buffer.from([0x1f, 0x8b, 0x00, 0xff, 0xfe, 0x80]);
  const server = await rawServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 6\r\n\r\n');
    socket.write(bytes);
  });
  const exchange = await testClient().send(get(server.url));
  expect(exchange.fault).toBeUndefined();
  expect(Buffer.from(exchange.response?.body ?? [])).toEqual(bytes);
});

it('puts a body of many pieces together', async () => {
  const pieces = Array.from({ length: 500 }, (_, index) => `piece ${index};`);
  const server = await httpServer((_request, answer) => {
    for (const piece of pieces) answer.write(piece);
    answer.end();
  });
  expect(bodyText(await testClient().send(get(server.url)))).toBe(pieces.join(''));
});

it('passes over interim responses', async () => {
  const server = await rawServer((socket) => {
    socket.write(`HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${response('x-final: yes\r\n', 'done')}`);
  });
  const exchange = await testClient().send(get(server.url));
  expect(exchange.response?.status).toBe(200);
  expect(exchange.response?.headers[0]).toEqual(['x-final', 'yes']);
  expect(bodyText(exchange)).toBe('done');
});

it('gives times in the order in which things happen', async () => {
  const server = await rawServer((socket) => socket.write(response('', 'x')));
  const client = testClient();
  for (const exchange of [await client.send(get(server.url)), await client.send(get(server.url))]) {
    const { dequeued, connected, firstByte, end } = exchange.times;
    const times = [0, dequeued, connected, firstByte, end];
    expect(times.every((time) => typeof time === 'number')).toBe(true);
    expect(times).toEqual([...times].sort((one, other) => Number(one) - Number(other)));
  }
});

it('uses a connection again, and says so by a connection time of zero length', async () => {
  const server = await rawServer((socket) => socket.write(response('', 'x')));
  const client = testClient({}, { connections: 1 });
  await client.send(get(server.url));
  const second = await client.send(get(server.url));
  expect(server.connections()).toBe(1);
  expect(second.times.connected).toBe(second.times.dequeued);
});

it('keeps 64 exchanges in parallel apart', async () => {
  const server = await httpServer((request, answer) => {
    request.setEncoding('utf8');
    let body = '';
    request.on('data', (piece: string) => {
      body += piece;
    });
    request.on('end', () => setImmediate(() => answer.end(`echo ${body}`)));
  });
  const client = testClient({}, { connections: 16 });
  const exchanges = await Promise.all(
    Array.from({ length: 64 }, (_, index) => client.send(post(server.url, `${index}`))),
  );
  expect(exchanges.map(bodyText)).toEqual(exchanges.map((_, index) => `echo ${index}`));
});

it('does not follow a redirect, and takes no credential to another host', async () => {
  const other = await rawServer((socket) => socket.write(response('')));
  const server = await rawServer((socket) => {
    socket.write(`HTTP/1.1 307 Temporary Redirect\r\nlocation: ${other.url}\r\ncontent-length: 0\r\n\r\n`);
  });
  const exchange = await testClient().send({
    ...get(server.url),
    headers: [['Authorization', 'Bearer token-of-a-test']],
  });
  expect(exchange.response?.status).toBe(307);
  expect(exchange.response?.headers[0]).toEqual(['location', other.url]);
  expect(other.connections()).toBe(0);
});

it('reads a body that ends with the connection', async () => {
  const server = await rawServer((socket) => socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nuntil the end'));
  const exchange = await testClient().send(get(server.url));
  expect(exchange.fault).toBeUndefined();
  expect(bodyText(exchange)).toBe('until the end');
});

it('closes after what is under way, and sends nothing more', async () => {
  const server = await rawServer((socket) => setImmediate(() => socket.write(response('', 'late'))));
  const client = testClient();
  const underWay = client.send(get(server.url));
  await client.close();
  expect(bodyText(await underWay)).toBe('late');
  expect((await client.send(get(server.url))).fault).toMatchObject({ code: 'aborted', beforeResponse: true });
  expect(server.requests).toHaveLength(1);
});
