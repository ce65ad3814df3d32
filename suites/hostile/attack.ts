import type { Socket } from 'node:net';
import { completion } from '../../src/api/testing/bodies.js';
import { delta, first, stop } from '../../src/api/testing/chat-stream.js';
import { unnamed } from '../../src/api/testing/streams.js';
import type { TargetLimits } from './target.js';

/** One way in which a gateway can be hostile on chat. It is an honest one on Messages. */
export interface Attack {
  readonly name: string;
  /** Called once the head of a request has come. */
  readonly answer: (socket: Socket, request: Asked) => void;
  /** What a case that asks for no stream comes to, as `resultOf` says it. */
  readonly plain: string;
  /** What one that asks for a stream comes to. */
  readonly streamed: string;
  /** What an honest answer of the same gateway comes to afterwards. Default: passed. */
  readonly afterwards?: string;
  /** Short where the attack is to take for ever: one limit alone, so that no other can come before it. */
  readonly limits?: Partial<TargetLimits>;
}

export interface Asked {
  readonly path: string;
  readonly stream: boolean;
}

export const json = 'content-type: application/json\r\n';
export const eventStream = 'content-type: text/event-stream\r\n';

export function ok(headers: string): string {
  return `HTTP/1.1 200 OK\r\n${headers}`;
}

/** A response whose length is announced. */
export function whole(headers: string, body: string | Buffer): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`${ok(headers)}content-length: ${bytes.byteLength}\r\n\r\n`), bytes]);
}

export const chunkedHead = (headers: string) => `${ok(headers)}transfer-encoding: chunked\r\n\r\n`;
export const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

/** An honest completion that says something. */
export const said = (content: string) =>
  completion({ choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] });

/** An honest stream that says something, a delta for each part. */
export const streamed = (...parts: readonly string[]) =>
  unnamed([first, ...parts.map((content) => delta({ content })), stop, '[DONE]']);

/** Status 200 with a body: of the length that is announced, or, as a stream, in one chunk. */
export function answerTo({ stream }: Asked, body: string | Buffer, headers = ''): Buffer {
  if (!stream) return whole(json + headers, body);
  const bytes = Buffer.from(body);
  const head = `${chunkedHead(eventStream + headers)}${bytes.byteLength.toString(16)}\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n0\r\n\r\n')]);
}

/** What an honest body is, as it was asked for. */
export function honestBody({ stream }: Asked, text = 'Hello.'): string {
  return stream ? streamed(text) : JSON.stringify(said(text));
}

/** The honest answer to a request. */
export function honest(request: Asked, text?: string): Buffer {
  return answerTo(request, honestBody(request, text));
}

/** Writes the same again and again for as long as the connection takes it. */
export function flood(socket: Socket, bytes: Buffer | string): void {
  const fill = () => {
    while (!socket.destroyed && socket.write(bytes));
  };
  socket.on('drain', fill);
  fill();
}

/** Writes a byte at a time, slower than any limit on the whole and faster than the one on silence. */
export function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    socket.write(text.charAt(at % text.length));
    at += 1;
  }, 20);
  socket.on('close', () => clearInterval(timer));
}
