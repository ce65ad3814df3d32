import { describe, expect, it } from 'vitest';
import { bytesAfterTerminal } from './after-terminal.js';
import { createSseDecoder, decodeSse } from './decoder.js';
import type { SseFault, SseFaultCode } from './fault.js';
import type { SseFrame, SseStream } from './frame.js';
import type { SseLimits } from './limits.js';
import { inSingleBytes } from './testing/streams.js';

const good = 'data: {}\n\n';
const isDone = (frame: SseFrame) => frame.data === '[DONE]';

interface Broken {
  readonly bytes: Uint8Array;
  readonly limits?: Partial<SseLimits>;
  readonly at: readonly [frame: number, offset: number];
  /** What the fault says beyond its place. */
  readonly found?: Readonly<Record<string, number>>;
}

/** One broken stream for each fault. */
const broken: Readonly<Record<SseFaultCode, Broken>> = {
  'empty-stream': { bytes: bytes(), at: [0, 0] },
  'byte-order-mark': { bytes: bytes('\uFEFF', good), at: [0, 0] },
  'invalid-utf8': {
    bytes: bytes(good, 'data: ', [0xc3], 'a\ndata: ', [0xff, 0xff], '\n\n'),
    at: [1, 16],
    found: { count: 3 },
  },
  'replacement-character': {
    bytes: bytes(good, 'data: é\uFFFD\uFFFD\n: \uFFFD\n\n'),
    at: [1, 18],
    found: { count: 3 },
  },
  'nul-in-id': { bytes: bytes(good, good, 'data: x\nid: 1\0\nid:\0\n\n'), at: [2, 28], found: { count: 2 } },
  'retry-unreadable': { bytes: bytes(good, 'retry: 1s\nretry: -1\nretry\n\n'), at: [1, 10], found: { count: 3 } },
  'frame-without-blank-line': { bytes: bytes(good, 'data: x\r\n'), at: [1, 19] },
  'frame-cut-in-line': { bytes: bytes(good, 'data: {"a'), at: [1, 19] },
  'frame-cut-in-character': { bytes: bytes(good, 'data: ', [0xf0, 0x9f, 0x98]), at: [1, 16] },
  'bytes-after-terminal': {
    bytes: bytes('data: [DONE]\n\n', ': bye\n\n', good),
    at: [1, 14],
    found: { bytes: 17, events: 1 },
  },
  'line-too-long': {
    bytes: bytes(good, 'data: 1234567\n\n'),
    limits: { lineBytes: 10 },
    at: [1, 20],
    found: { limit: 10 },
  },
  'too-many-lines': { bytes: bytes(good, ': a\n: b\n\n'), limits: { lines: 3 }, at: [1, 14], found: { limit: 3 } },
  'too-many-frames': { bytes: bytes(good, good, good), limits: { frames: 2 }, at: [2, 20], found: { limit: 2 } },
  'too-many-bytes': { bytes: bytes(good, good), limits: { bytes: 15 }, at: [1, 15], found: { limit: 15 } },
};

const rows = Object.entries(broken).map(([code, row]) => ({ code, ...row }));

describe('a broken stream is reported with exactly its fault and place', () => {
  it.each(rows)('$code', ({ code, bytes: stream, limits = {}, at: [frame, offset], found = {} }) => {
    const faults = allFaults(decodeSse(stream, limits));
    expect(faults).toEqual([{ code, frame, offset, ...found, message: expect.any(String) }]);
    const decoder = createSseDecoder(limits);
    for (const chunk of inSingleBytes(stream)) decoder.push(chunk, 0);
    expect(allFaults(decoder.end())).toEqual(faults);
  });

  it('each in one sentence', async () => {
    const messages = rows.flatMap(({ bytes: stream, limits = {} }) => allFaults(decodeSse(stream, limits)));
    const shown = messages.map(({ code, message }) => `${code}: ${message}\n`).join('');
    await expect(shown).toMatchFileSnapshot('golden/sse-faults.txt');
  });
});

describe('what can still be read is read', () => {
  it.each([
    ['without a blank line', 'event: end\ndata: {}\n', { event: 'end', data: '{}', lineEnd: 'lf' }],
    [
      'cut in a line',
      'id: 4\nretry: 10\n: c\nda',
      { id: '4', retry: 10, comments: ['c'], unknown: [{ name: 'da', value: '' }] },
    ],
    ['cut in its only line', 'data: {"a', { data: '{"a', lineEnd: 'none' }],
  ])('of a frame %s', (_name, stream, expected) => {
    expect(decodeSse(bytes(good, stream)).frames).toMatchObject([
      { outcome: 'dispatched' },
      { outcome: 'cut', ...expected },
    ]);
  });

  it('of a frame cut in a character', () => {
    const { frames } = decodeSse(bytes('data: a', [0xe2, 0x82]));
    expect(frames).toMatchObject([
      { outcome: 'cut', data: 'a\uFFFD', bytes: new Uint8Array(bytes('data: a', [0xe2, 0x82])) },
    ]);
  });

  it('of invalid UTF-8, whose bytes are kept', () => {
    const [frame] = decodeSse(bytes('data: a', [0xe2, 0x82], 'b\n\n')).frames;
    expect(frame?.data).toBe('a\uFFFDb');
    expect(frame?.bytes).toEqual(new Uint8Array(bytes('data: a', [0xe2, 0x82], 'b\n\n')));
  });

  it('of a line whose last character its end cuts off', () => {
    const { frames, faults } = decodeSse(bytes('data: ', [0xe2, 0x82], '\n\n'));
    expect(frames).toMatchObject([{ outcome: 'dispatched', data: '\uFFFD' }]);
    expect(faults).toMatchObject([{ code: 'invalid-utf8', frame: 0, offset: 6, count: 1 }]);
  });

  it('of ids and retries: the last that counts', () => {
    const [frame] = decodeSse(bytes('id: a\nid: \0\nretry: 5\nretry: soon\ndata\n\n')).frames;
    expect(frame).toMatchObject({ id: 'a', retry: 5, outcome: 'dispatched' });
  });
});

it('takes a retry beyond what a number can hold for unreadable', () => {
  expect(decodeSse(bytes(`retry: ${'9'.repeat(400)}\n\n`))).toMatchObject({
    frames: [{ outcome: 'ignored' }],
    faults: [{ code: 'retry-unreadable' }],
  });
});

it('does not blame a retry for what is missing of its line', () => {
  expect(decodeSse(bytes('retry:')).faults.map(({ code }) => code)).toEqual(['frame-cut-in-line']);
});

it('takes a byte order mark for one only at the start of the stream', () => {
  expect(decodeSse(bytes('\n', '\uFEFFdata: x\n\n'))).toMatchObject({
    frames: [{}, { outcome: 'ignored', unknown: [{ name: '\uFEFFdata', value: 'x' }] }],
    faults: [],
  });
});

it('takes a byte order mark alone for a stream that was cut', () => {
  const { frames, faults } = decodeSse(bytes('\uFEFF'));
  expect(frames).toMatchObject([{ outcome: 'cut', lineEnd: 'none', unknown: [] }]);
  expect(faults.map(({ code }) => code)).toEqual(['byte-order-mark', 'frame-cut-in-line']);
});

it('counts offsets with the byte order mark', () => {
  expect(decodeSse(bytes('\uFEFFid: \0\n\n')).faults).toMatchObject([{ offset: 0 }, { code: 'nul-in-id', offset: 3 }]);
  expect(decodeSse(bytes('\uFEFF:', [0x80], '\n\n')).faults).toMatchObject([{}, { code: 'invalid-utf8', offset: 4 }]);
});

it('tells the damage done before sending from the damage done on the way, in one frame', () => {
  expect(decodeSse(bytes('data: \uFFFD', [0x80], '\n\n')).faults).toMatchObject([
    { code: 'replacement-character', offset: 6, count: 1 },
    { code: 'invalid-utf8', offset: 9, count: 1 },
  ]);
});

it('reports faults by offset', () => {
  const { faults } = decodeSse(bytes('\uFEFFid: \0\ndata: ', [0xff], '\n\nretry: x\n\ndata'));
  expect(faults.map(({ code }) => code)).toEqual([
    'byte-order-mark',
    'nul-in-id',
    'invalid-utf8',
    'retry-unreadable',
    'frame-cut-in-line',
  ]);
});

describe('bytes after the terminal event', () => {
  it.each([
    ['nothing follows', 'data: [DONE]\n\n'],
    ['there is none', `${good}${good}`],
    ['it was never dispatched', 'data: [DONE]\n'],
  ])('are no fault when %s', (_name, stream) => {
    expect(bytesAfterTerminal(decodeSse(bytes(stream)), isDone)).toBeUndefined();
  });

  it('do not follow an event that no client sees, for want of data', () => {
    const stream = decodeSse(bytes('event: stop\n\n', good));
    expect(bytesAfterTerminal(stream, ({ event }) => event === 'stop')).toBeUndefined();
  });

  it('may be a spare blank line', () => {
    expect(bytesAfterTerminal(decodeSse(bytes('data: [DONE]\n\n\n')), isDone)).toMatchObject({ bytes: 1, events: 0 });
  });

  it('are counted even where a limit kept them from being read', () => {
    const stream = decodeSse(bytes('data: [DONE]\n\n', good, good), { frames: 1 });
    expect(bytesAfterTerminal(stream, isDone)).toMatchObject({ frame: 1, offset: 14, bytes: 20, events: 0 });
  });

  it('follow the frame that the caller marks', () => {
    expect(bytesAfterTerminal(decodeSse(bytes(good, good, good)), ({ index }) => index === 1)).toMatchObject({
      frame: 2,
      offset: 20,
      bytes: 10,
      events: 1,
    });
  });
});

function allFaults(stream: SseStream): readonly SseFault[] {
  const after = bytesAfterTerminal(stream, isDone);
  return after === undefined ? stream.faults : [...stream.faults, after];
}

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part))));
}
