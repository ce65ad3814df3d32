import { expect, it } from 'vitest';
import type { HeaderPair } from '../exchange.js';
import { streamHeaderFaults } from './header-faults.js';

const contentType: HeaderPair = ['Content-Type', 'text/event-stream'];

it.each<[string, readonly HeaderPair[]]>([
  ['a plain stream', [contentType, ['transfer-encoding', 'chunked']]],
  ['a charset', [['content-type', 'text/event-stream; charset=utf-8']]],
  ['other cases and spaces', [['CONTENT-TYPE', ' Text/Event-Stream ;Charset="UTF-8"']]],
  ['another parameter', [['content-type', 'text/event-stream;x=charset=latin1']]],
  ['no coding at all', [contentType, ['content-encoding', 'identity']]],
])('finds no fault in %s', (_name, headers) => {
  expect(streamHeaderFaults(headers)).toEqual([]);
});

it.each<[string, readonly HeaderPair[], object]>([
  ['a missing content type', [['x', 'y']], { code: 'stream-content-type-missing' }],
  ['JSON', [['content-type', 'application/json']], { code: 'stream-content-type-wrong', found: 'application/json' }],
  ['an empty content type', [['content-type', '']], { code: 'stream-content-type-wrong', found: '' }],
  ['a longer name', [['content-type', 'text/event-streams']], { code: 'stream-content-type-wrong' }],
  [
    'a second content type that differs',
    [contentType, ['content-type', 'text/plain']],
    { code: 'stream-content-type-wrong', found: 'text/plain' },
  ],
  ['a charset', [['content-type', 'text/event-stream; charset=latin1']], { code: 'stream-charset-not-utf8' }],
  ['a content length', [contentType, ['Content-Length', '12']], { code: 'stream-content-length', found: '12' }],
  ['compression', [contentType, ['content-encoding', 'gzip']], { code: 'stream-content-encoding', found: 'gzip' }],
  ['two codings', [contentType, ['content-encoding', 'identity, br']], { code: 'stream-content-encoding' }],
])('reports %s, and nothing else', (_name, headers, expected) => {
  const faults = streamHeaderFaults(headers);
  expect(faults).toMatchObject([expected]);
  expect(faults[0]?.message).toMatch(/\.$/);
});

it('reports every header that is at fault, in their order', () => {
  const headers: readonly HeaderPair[] = [
    ['content-encoding', 'br'],
    ['content-length', '1'],
    ['content-type', 'a/b'],
  ];
  expect(streamHeaderFaults(headers).map(({ code }) => code)).toEqual([
    'stream-content-encoding',
    'stream-content-length',
    'stream-content-type-wrong',
  ]);
});
