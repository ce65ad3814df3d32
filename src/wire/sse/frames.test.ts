import { describe, expect, it } from 'vitest';
import { decodeSse } from './decoder.js';
import type { SseFrame } from './frame.js';

describe('the examples of WHATWG HTML section 9.2', () => {
  it('joins data lines', () => {
    expect(events('data: YHOO\ndata: +2\ndata: 10\n\n')).toEqual([{ data: 'YHOO\n+2\n10' }]);
  });

  it('dispatches messages of one line and of two', () => {
    const stream =
      'data: This is the first message.\n\ndata: This is the second message, it\ndata: has two lines.\n\n' +
      'data: This is the third message.\n\n';
    expect(events(stream).map(({ data }) => data)).toEqual([
      'This is the first message.',
      'This is the second message, it\nhas two lines.',
      'This is the third message.',
    ]);
  });

  it('keeps the names of events', () => {
    const stream = 'event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\nevent: add\ndata: 113411\n\n';
    expect(events(stream)).toEqual([
      { event: 'add', data: '73857293' },
      { event: 'remove', data: '2153' },
      { event: 'add', data: '113411' },
    ]);
  });

  it('fires nothing for a comment, and takes one space off a value', () => {
    const stream = ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n';
    expect(decodeSse(Buffer.from(stream)).frames).toMatchObject([
      { outcome: 'ignored', comments: ['test stream'] },
      { outcome: 'dispatched', data: 'first event', id: '1' },
      { outcome: 'dispatched', data: 'second event', id: '' },
      { outcome: 'dispatched', data: ' third event' },
    ]);
  });

  it('dispatches empty data, and not the block that the end of the stream cuts', () => {
    const { frames } = decodeSse(Buffer.from('data\n\ndata\ndata\n\ndata:'));
    expect(frames.map(({ outcome, data }) => [outcome, data])).toEqual([
      ['dispatched', ''],
      ['dispatched', '\n'],
      ['cut', ''],
    ]);
  });

  it('sees no difference in a space after the colon', () => {
    expect(events('data:test\n\ndata: test\n\n')).toEqual([{ data: 'test' }, { data: 'test' }]);
  });
});

describe('the tests of format in web-platform-tests/wpt, folder eventsource', () => {
  it.each([
    ['format-newlines', 'data:test\r\ndata\ndata:test\r\n\r', [{ data: 'test\n\ntest' }]],
    [
      'format-field-parsing',
      'data:\0\ndata:  2\rData:1\ndata\0:2\ndata:1\r\0data:4\nda-ta:3\rdata_5\ndata:3\rdata:\r\n data:32\ndata:4\n\n',
      [{ data: '\0\n 2\n1\n3\n\n4' }],
    ],
    ['format-leading-space', 'data:\ttest\rdata: \ndata:test\n\n', [{ data: '\ttest\n\ntest' }]],
    ['format-field-event-empty', 'event: \ndata:data\n\n', [{ event: '', data: 'data' }]],
    [
      'format-comments',
      `data:1\r:\0\n:\r\ndata:2\n:${'x'.repeat(2048)}\rdata:3\n:data:fail\r:x\n\n`,
      [{ data: '1\n2\n3' }],
    ],
  ])('%s', (_name, stream, expected) => {
    expect(events(stream)).toEqual(expected);
  });

  it('format-bom-2: takes off one byte order mark only', () => {
    const { frames } = decodeSse(Buffer.from('\uFEFF\uFEFFdata:1\n\ndata:2\n\n'));
    expect(frames).toMatchObject([
      { outcome: 'ignored', unknown: [{ name: '\uFEFFdata', value: '1' }] },
      { outcome: 'dispatched', data: '2' },
    ]);
  });
});

describe('neutral variants', () => {
  const plain = { event: 'message', data: '{"a":"é"}\nb' };

  it.each([
    ['LF', 'event: message\ndata: {"a":"é"}\ndata: b\n\n', 'lf'],
    ['CRLF', 'event: message\r\ndata: {"a":"é"}\r\ndata: b\r\n\r\n', 'crlf'],
    ['CR', 'event: message\rdata: {"a":"é"}\rdata: b\r\r', 'cr'],
    ['LF and CRLF', 'event: message\ndata: {"a":"é"}\r\ndata: b\r\n\r\n', 'mixed'],
    ['no space after the colon', 'event:message\ndata:{"a":"é"}\ndata:b\n\n', 'lf'],
    ['another order', 'data: {"a":"é"}\nevent: message\ndata: b\n\n', 'lf'],
    ['comments between', ': one\nevent: message\n:\ndata: {"a":"é"}\n: two\ndata: b\n\n', 'lf'],
    ['an unknown field', 'event: message\nx: y\ndata: {"a":"é"}\ndata: b\n\n', 'lf'],
  ])('reads %s as the same event, without a fault', (_name, stream, lineEnd) => {
    const { frames, faults } = decodeSse(Buffer.from(stream));
    expect(faults).toEqual([]);
    expect(frames).toMatchObject([{ outcome: 'dispatched', lineEnd, ...plain }]);
  });

  it('tells no event line from an empty one', () => {
    expect(events('data: 1\n\nevent\ndata: 2\n\n')).toEqual([{ data: '1' }, { event: '', data: '2' }]);
  });
});

it('keeps everything that stood in a frame', () => {
  const stream = 'skip\n\nid: 7\nretry: 250\n:  why\nEvent: x\ndata: {}\nnote\nevent: last\n\n';
  expect(decodeSse(Buffer.from(stream)).frames[1]).toEqual({
    index: 1,
    outcome: 'dispatched',
    startedAt: 0,
    at: 0,
    offset: 6,
    bytes: new Uint8Array(Buffer.from(stream.slice(6))),
    lineEnd: 'lf',
    event: 'last',
    data: '{}',
    id: '7',
    retry: 250,
    comments: [' why'],
    unknown: [
      { name: 'Event', value: 'x' },
      { name: 'note', value: '' },
    ],
  });
});

it('leaves what a frame lacks absent', () => {
  expect(Object.keys(decodeSse(Buffer.from('\n')).frames[0] as SseFrame)).toEqual([
    'index',
    'outcome',
    'startedAt',
    'at',
    'offset',
    'bytes',
    'lineEnd',
    'comments',
    'unknown',
  ]);
});

it('does not let an event name live on after a frame without data', () => {
  expect(events('event: stray\n\ndata: x\n\n')).toEqual([{ data: 'x' }]);
});

/** Of the frames that a client sees: what they carry. */
function events(stream: string) {
  return decodeSse(Buffer.from(stream))
    .frames.filter(({ outcome }) => outcome === 'dispatched')
    .map(({ event, data }) => ({ ...(event === undefined ? {} : { event }), data }));
}
