import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../exchange.js';
import { createRedactor } from './redactor.js';

/** Of characters that stand nowhere else here. */
const secret = 'XYZQXQYZQYXZZYXQYXXQYZ';
const redactor = createRedactor([secret]);

function shown(body: string, more: Partial<Exchange> = {}): string {
  const { response } = redactor.exchange({
    request: { method: 'POST', url: 'https://gateway.test/', headers: [] },
    response: { status: 200, headers: [['content-type', 'text/event-stream']], body: Buffer.from(body) },
    times: { startedAt: 0, end: 1 },
    ...more,
  });
  return Buffer.from(response?.body ?? []).toString();
}

/** A text in pieces that a reader joins to it. */
const cuts = fc.uniqueArray(fc.integer({ min: 1, max: secret.length - 1 }), { minLength: 1, maxLength: 40 });
function inPieces(text: string, at: readonly number[]): readonly string[] {
  const places = [0, ...at.toSorted((one, other) => one - other), text.length];
  return places.slice(1).map((end, index) => text.slice(places[index], end));
}

const data = (event: unknown) => `data: ${JSON.stringify(event)}\n\n`;
const chat = (content: string, index = 0) => ({ id: 'chatcmpl_1', choices: [{ index, delta: { content } }] });
const call = (text: string, index: number) => ({
  choices: [{ index: 0, delta: { tool_calls: [{ index, function: { arguments: text } }] } }],
});

/** How each API sends a text in pieces, and how a client joins them. */
const ways: Record<string, (pieces: readonly string[]) => string> = {
  'the deltas of chat': (pieces) => pieces.map((piece) => data(chat(piece))).join(''),
  'the deltas of Messages': (pieces) =>
    pieces
      .map((text) => `event: content_block_delta\n${data({ index: 1, delta: { type: 'text_delta', text } })}`)
      .join(''),
  'the deltas of Responses': (pieces) =>
    pieces.map((delta, index) => data({ delta, sequence_number: index, output_index: 0 })).join(''),
  'the parts of Gemini': (pieces) =>
    pieces.map((text) => data({ candidates: [{ content: { parts: [{ text }] } }] })).join(''),
  'a list that is no event stream': (pieces) =>
    JSON.stringify(
      pieces.map((text) => ({ text })),
      null,
      1,
    ),
  'the blocks of one answer': (pieces) =>
    JSON.stringify({ content: pieces.map((text) => ({ type: 'text', text })), model: 'm' }),
  'a list of texts': (pieces) => JSON.stringify({ parts: pieces }),
  'choices that come in turn': (pieces) =>
    pieces.map((piece) => data(chat(piece, 0)) + data(chat('another answer', 1))).join(''),
  'choices of one chunk': (pieces) =>
    pieces.map((piece) => data({ choices: [...chat('another', 0).choices, ...chat(piece, 1).choices] })).join(''),
  'calls that come in turn': (pieces) =>
    pieces.map((piece) => data(call('{"other":', 0)) + data(call(piece, 1))).join(''),
  'data that is no JSON': (pieces) => pieces.map((piece) => `data: ${piece}\r\n\r\n`).join(''),
};

describe('a secret in pieces', () => {
  it.each(Object.entries(ways))('is taken out of %s, wherever it is cut', (_name, way) => {
    fc.assert(
      fc.property(cuts, (at) => {
        expect(shown(way(inPieces(secret, at)))).not.toMatch(/[XYZQ]/);
        expect(way(inPieces(secret, at))).toMatch(/[XYZQ]/);
      }),
    );
  });

  it('is taken out in base64 and with escapes', () => {
    const pieces = [...Buffer.from(`token:${secret}`).toString('base64')];
    const kept = shown(pieces.map((piece) => data(chat(piece))).join('')).match(/"content":"\w"/g);
    expect(kept?.length).toBeLessThanOrEqual(Buffer.from('token:').toString('base64').length);
    const escaped = secret.split('').map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const frames = escaped.map((one) => `data: {"content":"${one}"}\n\n`).join('');
    expect(shown(frames)).not.toContain('\\u');
  });

  it('leaves every frame JSON, and everything else as it was', () => {
    const frames = [chat('before '), chat(secret.slice(0, 9)), chat(`${secret.slice(9)} after`)];
    const [first, second, third] = shown(frames.map(data).join(''))
      .split('\n\n')
      .map((frame) => frame.slice('data: '.length));
    expect(JSON.parse(first ?? '')).toEqual(chat('before '));
    expect(JSON.parse(second ?? '')).toEqual(chat('‹redacted: secret›'));
    expect(JSON.parse(third ?? '')).toEqual(chat('‹redacted: secret› after'));
  });

  it('moves the times of its pieces', () => {
    const frames = [data(chat(secret.slice(0, 9))), data(chat(secret.slice(9)))];
    const ends = [frames[0]?.length ?? 0, frames.join('').length];
    const { response, times } = redactor.exchange({
      request: { method: 'POST', url: 'https://gateway.test/', headers: [] },
      response: { status: 200, headers: [], body: Buffer.from(frames.join('')) },
      times: { startedAt: 0, end: 2, pieces: ends.map((end, at) => ({ end, at })) },
    });
    const body = Buffer.from(response?.body ?? []);
    expect(times.pieces?.map(({ end }) => body.subarray(end - 2, end).toString())).toEqual(['\n\n', '\n\n']);
    expect(times.pieces?.at(-1)?.end).toBe(body.byteLength);
  });

  it('changes nothing more the second time, and nothing where there is no secret', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(...inPieces(secret, [9, 20]), 'a', '"', '\\', '\n', 'data: ', '{"index":1}', ':', '‹'),
        ),
        (parts) => {
          const once = shown(parts.join(''));
          expect(shown(once)).toBe(once);
        },
      ),
    );
    const harmless = [chat(secret.slice(0, 20)), chat(secret.slice(0, 20))].map(data).join('');
    expect(shown(harmless)).toBe(harmless);
  });

  it('is looked for in a time that grows with the body, whatever stands in it', () => {
    const unclosed = '\\"'.repeat(1_000_000);
    const indices = `${'"index":1,'.repeat(40_000)}${'"a":"b",'.repeat(40_000)}`;
    for (const hostile of [unclosed, `"${unclosed}`, '"'.repeat(2e6), '"a":'.repeat(5e5), '\n'.repeat(2e6), indices]) {
      expect(shown(hostile)).toBe(hostile);
    }
  });
});

describe('a secret that breaks off', () => {
  const fault = { code: 'reset', message: '', beforeResponse: false } as const;

  it.each([8, 20, secret.length - 1])('after %i characters is taken out where the response did', (length) => {
    const body = `{"error":"no such token: ${secret.slice(0, length)}`;
    expect(shown(body, { fault })).toBe('{"error":"no such token: ‹redacted: secret›');
    expect(shown(body)).toBe(body);
  });

  it('is taken out in base64 and in pieces as well', () => {
    const base64 = Buffer.from(secret).toString('base64').slice(0, 30);
    expect(shown(`x ${base64}`, { fault })).toBe('x ‹redacted: secret›');
    const frames = data(chat(secret.slice(0, 9))) + data(chat(secret.slice(9, 20)));
    expect(shown(frames, { aborted: true })).not.toMatch(/[XYZQ]/);
    expect(shown(frames + data(chat(secret.slice(20, 21))).slice(0, -8), { fault })).not.toMatch(/[XYZQ]/);
  });

  it('is not a beginning that is too short to be one', () => {
    expect(shown(`x ${secret.slice(0, 7)}`, { fault })).toBe(`x ${secret.slice(0, 7)}`);
  });
});
