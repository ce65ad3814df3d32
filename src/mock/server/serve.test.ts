import { once } from 'node:events';
import { connect } from 'node:net';
import { HttpResponse, http } from 'msw';
import { Client, request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { send } from '../testing/simulation.js';
import { type Served, type ServeOptions, serve } from './serve.js';

type Answer = (request: Request) => Response | Promise<Response>;

const open: Served[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()));
});

async function serving(answer: Answer, options: Partial<ServeOptions> = {}): Promise<string> {
  const served = await serve(
    [
      http.all(
        () => true,
        ({ request }) => answer(request),
      ),
    ],
    { port: 0, ...options },
  );
  open.push(served);
  return served.origin;
}

/** A promise with its switch, to see that something happened on the other side. */
function signal<Value = void>() {
  let fire: (value: Value) => void = () => {};
  const fired = new Promise<Value>((resolve) => {
    fire = resolve;
  });
  return { fired, fire };
}

const encoded = (text: string) => new TextEncoder().encode(text);

/** Everything that a server sends to exactly these bytes, until it closes the connection. */
async function exchangeRaw(origin: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.setEncoding('utf8').end(bytes);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  await once(socket, 'close');
  return received;
}

describe('a request', () => {
  it('reaches the handler with its method, path, query, headers and bytes', async () => {
    const origin = await serving(async (request) =>
      HttpResponse.json({
        method: request.method,
        url: request.url,
        header: request.headers.get('x-twice'),
        body: [...new Uint8Array(await request.arrayBuffer())],
      }),
    );
    const { json } = await send(origin, {
      method: 'PUT',
      path: '/a%2Fb//c?d=e&d=f',
      headers: { 'x-twice': ['one', 'two'] },
      body: Uint8Array.of(0, 255, 13, 10),
    });
    expect(json).toEqual({
      method: 'PUT',
      url: `${origin}/a%2Fb//c?d=e&d=f`,
      header: 'one, two',
      body: [0, 255, 13, 10],
    });
  });

  it('that is larger than the limit is answered with 413', async () => {
    const origin = await serving(() => HttpResponse.text('small enough'), { port: 0, maxRequestBytes: 1000 });
    expect((await send(origin, { path: '/', body: 'x'.repeat(1000) })).text).toBe('small enough');
    const refused = await send(origin, { path: '/', body: 'x'.repeat(1001) });
    expect(refused.status).toBe(413);
    expect(refused.json).toMatchObject({ error_code: 'BAD_REQUEST' });
  });

  it.each(['TRACE / HTTP/1.1', 'GET http://elsewhere.example/ HTTP/1.1', 'OPTIONS * HTTP/1.1'])(
    'that begins with %s is answered with 400 and reaches no handler',
    async (line) => {
      const origin = await serving(() => HttpResponse.text('reached'));
      const received = await exchangeRaw(origin, `${line}\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`);
      expect(received).toMatch(/^HTTP\/1\.1 400 /);
      expect(received).not.toContain('reached');
    },
  );

  it('that is no HTTP does not disturb the next one', async () => {
    const origin = await serving(() => HttpResponse.text('fine'));
    expect(await exchangeRaw(origin, '\u0000 nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect((await send(origin, { path: '/' })).text).toBe('fine');
  });

  it('that ends before its body does reaches no handler', async () => {
    let reached = 0;
    const origin = await serving(() => {
      reached += 1;
      return HttpResponse.text('fine');
    });
    await exchangeRaw(origin, 'POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 10\r\n\r\nhalf');
    expect((await send(origin, { path: '/' })).text).toBe('fine');
    expect(reached).toBe(1);
  });
});

describe('a response', () => {
  it('keeps its status, its reason and each of its cookies', async () => {
    const headers = new Headers([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2; Path=/'],
      ['x-other', 'yes'],
    ]);
    const origin = await serving(
      () => new HttpResponse('body', { status: 418, statusText: 'Short And Stout', headers }),
    );
    const received = await exchangeRaw(origin, 'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n');
    expect(received).toMatch(/^HTTP\/1\.1 418 Short And Stout\r\n/);
    expect(received).toContain('set-cookie: a=1\r\nset-cookie: b=2; Path=/\r\n');
    expect(received).toContain('x-other: yes\r\n');
  });

  it('lets early hints go ahead when it is told to', async () => {
    const earlyHints = { link: '</docs>; rel=help' };
    const origin = await serving(() => new HttpResponse('body'), { transmit: (usual) => ({ ...usual, earlyHints }) });
    const received = await exchangeRaw(origin, 'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n');
    expect(received).toMatch(/^HTTP\/1\.1 103 Early Hints\r\n[Ll]ink: <\/docs>; rel=help\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
  });

  it('to HEAD has no body, and its source is told', async () => {
    const cancelled = signal();
    const body = new ReadableStream({ cancel: () => cancelled.fire() });
    const origin = await serving(() => new HttpResponse(body, { headers: { 'content-length': '5' } }));
    const response = await send(origin, { method: 'HEAD', path: '/' });
    expect(response.text).toBe('');
    await cancelled.fired;
  });

  it('without a body ends at once', async () => {
    const origin = await serving(() => new HttpResponse(null, { status: 204 }));
    expect((await send(origin, { path: '/' })).status).toBe(204);
  });

  it('that streams arrives piece by piece, its head first', async () => {
    const next = signal<ReadableStreamDefaultController>();
    const origin = await serving(
      () =>
        new HttpResponse(new ReadableStream({ start: next.fire }), {
          headers: { 'content-type': 'text/event-stream' },
        }),
    );
    const { body } = await request(origin);
    const source = await next.fired;
    const pieces = body[Symbol.asyncIterator]();
    for (const piece of ['one', 'two']) {
      source.enqueue(encoded(piece));
      expect(String((await pieces.next()).value)).toBe(piece);
    }
    source.close();
    expect((await pieces.next()).done).toBe(true);
  });

  it('that fails midway breaks the connection', async () => {
    const next = signal<ReadableStreamDefaultController>();
    const origin = await serving(() => new HttpResponse(new ReadableStream({ start: next.fire })));
    const { body } = await request(origin);
    const source = await next.fired;
    const pieces = body[Symbol.asyncIterator]();
    source.enqueue(encoded('one'));
    expect(String((await pieces.next()).value)).toBe('one');
    source.error(new Error('upstream is gone'));
    await expect(pieces.next()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  });

  it('that is a network error breaks the connection, and the next request works', async () => {
    const origin = await serving((request) =>
      request.url.endsWith('/broken') ? HttpResponse.error() : HttpResponse.text('fine'),
    );
    await expect(send(origin, { path: '/broken' })).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect((await send(origin, { path: '/' })).text).toBe('fine');
  });

  it('cannot be made: the client gets 500 in the standard envelope, without the reason', async () => {
    const origin = await serving(() => {
      throw new Error('the secret reason');
    });
    const response = await send(origin, { path: '/' });
    expect(response.status).toBe(500);
    expect(response.json).toMatchObject({ error_code: 'INTERNAL_ERROR', details: [{}] });
    expect(response.text).not.toContain('secret');
  });
});

describe('a client that leaves', () => {
  it('midway through a stream stops its source', async () => {
    const cancelled = signal();
    const aborted = signal();
    const origin = await serving((request) => {
      request.signal.addEventListener('abort', () => aborted.fire());
      const body = new ReadableStream({
        start: (source) => source.enqueue(encoded('one')),
        cancel: () => cancelled.fire(),
      });
      return new HttpResponse(body);
    });
    const leaving = new AbortController();
    const { body } = await request(origin, { signal: leaving.signal });
    await body[Symbol.asyncIterator]().next();
    leaving.abort();
    await Promise.all([cancelled.fired, aborted.fired]);
  });

  it('before it has an answer aborts the request that the handler holds', async () => {
    const reached = signal();
    const aborted = signal();
    const origin = await serving(
      (request) =>
        new Promise((resolve) => {
          request.signal.addEventListener('abort', () => {
            aborted.fire();
            resolve(HttpResponse.text('too late'));
          });
          reached.fire();
        }),
    );
    const leaving = new AbortController();
    const answer = request(origin, { signal: leaving.signal });
    await reached.fired;
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await aborted.fired;
  });
});

describe('a connection', () => {
  it('is kept for the next request', async () => {
    const origin = await serving(() => HttpResponse.text('fine'));
    const client = new Client(origin);
    let connections = 0;
    client.on('connect', () => {
      connections += 1;
    });
    for (const path of ['/1', '/2', '/3']) await (await client.request({ method: 'GET', path })).body.dump();
    expect(connections).toBe(1);
    await client.close();
  });
});
