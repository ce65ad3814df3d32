import { type Attack, answerTo, chunk, chunkedHead, eventStream, honest, honestBody, json, ok } from './attack.js';

const typeOf = ({ stream }: { readonly stream: boolean }) => (stream ? eventStream : json);

/** Gateways that break HTTP, JSON or their word. */
export const malformed: readonly Attack[] = [
  {
    name: 'does nothing wrong',
    answer: (socket, request) => {
      socket.write(honest(request));
    },
    plain: 'passed',
    streamed: 'passed',
  },
  {
    name: 'writes numbers that no double holds',
    answer: (socket, request) => {
      const huge = (text: string) =>
        text.replaceAll(/"created":\d+/g, '"created":1e999').replaceAll('"index":0', '"index":18446744073709551616');
      socket.write(answerTo(request, huge(honestBody(request))));
    },
    plain: 'failed: completion.contract',
    streamed: 'warned: completion.grammar, completion.answer',
  },
  {
    name: 'counts tokens beyond what a double tells apart',
    answer: (socket, request) => {
      const usage =
        '"usage":{"prompt_tokens":-1e400,"completion_tokens":18446744073709551615,"total_tokens":18446744073709551614}';
      const body = honestBody(request).replace(/"usage":\{[^}]*\}/, usage);
      socket.write(answerTo(request, body));
    },
    plain: 'failed: completion.contract',
    streamed: 'passed',
  },
  {
    name: 'writes bytes that are no UTF-8',
    answer: (socket, request) => {
      const body = Buffer.from(honestBody(request).replace('Hello.', 'Hell\u00ff\u00c0\u00af.'), 'latin1');
      socket.write(answerTo(request, body));
    },
    plain: 'failed: completion.body, body',
    streamed: 'warned: completion.framing',
  },
  {
    name: 'writes half a surrogate pair',
    answer: (socket, request) => {
      socket.write(answerTo(request, honestBody(request).replace('Hello.', '\\ud83d')));
    },
    plain: 'passed',
    streamed: 'passed',
  },
  {
    name: 'names members for what every object has',
    answer: (socket, request) => {
      const body = honestBody(request).replaceAll(
        '"id":',
        '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"id":',
      );
      socket.write(answerTo(request, body));
    },
    plain: 'passed',
    streamed: 'passed',
  },
  {
    name: 'speaks something else than HTTP',
    answer: (socket) => {
      socket.end('SSH-2.0-OpenSSH_9.2\r\n');
    },
    plain: 'failed: completion, body [malformed]',
    streamed: 'warned: completion [malformed]',
  },
  {
    name: 'answers in HTTP/1.0 without a length',
    answer: (socket, request) => {
      socket.end(`HTTP/1.0 200 OK\r\n${typeOf(request)}\r\n${honestBody(request)}`);
    },
    plain: 'passed',
    streamed: 'passed',
  },
  {
    name: 'answers in HTTP/1.0 and stops in the middle',
    answer: (socket, request) => {
      socket.end(`HTTP/1.0 200 OK\r\n${typeOf(request)}\r\n${honestBody(request).slice(0, 150)}`);
    },
    plain: 'failed: completion.body, body',
    streamed: 'warned: completion.framing, completion.grammar, completion.end, completion.answer',
  },
  {
    name: 'announces more than it sends',
    answer: (socket, request) => {
      socket.end(`${ok(typeOf(request))}content-length: 5000\r\n\r\n${honestBody(request)}`);
    },
    plain: 'failed: completion, body [reset]',
    streamed: 'warned: completion [reset]',
  },
  {
    name: 'announces more than it sends, and keeps the connection',
    limits: { 'idle-timeout': '300ms' },
    answer: (socket, request) => {
      socket.write(`${ok(typeOf(request))}content-length: 5000\r\n\r\n${honestBody(request)}`);
    },
    plain: 'failed: completion, body [idle-timeout]',
    streamed: 'warned: completion [idle-timeout]',
  },
  {
    name: 'announces less than it sends',
    answer: (socket, request) => {
      socket.write(`${ok(typeOf(request))}content-length: 100\r\n\r\n${honestBody(request)}`);
    },
    plain: 'failed: completion.body, body',
    streamed:
      'warned: completion.content-type, completion.framing, completion.grammar, completion.end, completion.answer',
  },
  {
    name: 'announces two lengths',
    answer: (socket, request) => {
      socket.write(`${ok(typeOf(request))}content-length: 10\r\ncontent-length: 20\r\n\r\n${honestBody(request)}`);
    },
    plain: 'failed: completion, body [malformed]',
    streamed: 'warned: completion [malformed]',
  },
  {
    name: 'announces a length that is longer than anything',
    answer: (socket, request) => {
      socket.write(`${ok(typeOf(request))}content-length: 99999999999999999999999\r\n\r\n${honestBody(request)}`);
    },
    plain: 'failed: completion, body [malformed]',
    streamed: 'warned: completion [malformed]',
  },
  {
    name: 'announces a chunk that is longer than anything',
    limits: { 'idle-timeout': '300ms' },
    answer: (socket, request) => {
      socket.write(`${chunkedHead(typeOf(request))}ffffffffffffffff\r\n${honestBody(request)}`);
    },
    plain: 'failed: completion, body [idle-timeout]',
    streamed: 'warned: completion [idle-timeout]',
  },
  {
    name: 'answers twice',
    answer: (socket, request) => {
      socket.write(Buffer.concat([honest(request), honest(request, 'Another answer.')]));
    },
    plain: 'passed',
    streamed: 'passed',
  },
  {
    name: 'answers once more, an error, behind its chunks',
    answer: (socket, request) => {
      socket.write(
        `${chunkedHead(typeOf(request))}${chunk(honestBody(request))}0\r\n\r\nHTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n`,
      );
    },
    plain: 'passed',
    streamed: 'passed',
  },
  {
    name: 'says a thousand times that it goes on',
    answer: (socket, request) => {
      socket.write(
        Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n'.repeat(1000)), honest(request)]),
      );
    },
    plain: 'passed',
    streamed: 'passed',
  },
  {
    name: 'changes to another protocol that nobody asked for',
    answer: (socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
    },
    plain: 'failed: completion, body [reset]',
    streamed: 'warned: completion [reset]',
  },
  {
    name: 'asks to be asked again in a thousand years',
    answer: (socket) => {
      socket.write('HTTP/1.1 429 Too Many Requests\r\nretry-after: 31536000000\r\ncontent-length: 0\r\n\r\n');
    },
    afterwards: 'inconclusive: quota.saturated',
    plain: 'inconclusive: quota.saturated',
    streamed: 'inconclusive: quota.saturated',
  },
];
