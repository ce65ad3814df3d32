import type { Fault } from '../fault.js';
import { isStream, send, sendStreamText } from '../making/bytes.js';
import { withoutLast } from '../making/chunks.js';
import { textBy } from '../making/pieces.js';
import { streamsAddUp, streamsAnswer } from '../making/requirements.js';
import { editEverywhere } from '../making/spelling.js';
import { endAt } from '../making/streams.js';
import { anywhere, asksForStream } from '../making/where.js';

export const streamFramingFaults: readonly Fault[] = [
  {
    id: 'streaming.last-blank-line-missing',
    sentence: 'No blank line follows the last event of a stream.',
    breaks: ['STREAM-15'],
    deviate: send(anywhere, (usual) => (isStream(usual) ? { ...usual, body: withoutLast(usual.body, 1) } : usual)),
  },
  {
    id: 'streaming.blank-lines-missing',
    sentence: 'No blank line separates the events of a stream.',
    breaks: ['STREAM-15'],
    deviate: sendStreamText(anywhere, (text) => text.slice(0, -1)),
  },
  {
    id: 'streaming.lines-of-json',
    sentence: 'A stream is lines of JSON without field names.',
    breaks: [...streamsAnswer, ...streamsAddUp],
    deviate: sendStreamText(anywhere, (text) => text.replace(/^event: .*\n/gm, '').replace(/^data: /gm, '')),
  },
  {
    id: 'streaming.raw-line-breaks',
    sentence: 'Line breaks of a text stand unescaped in the data of an event.',
    breaks: ['STREAM-59'],
    deviate: sendStreamText(anywhere, (text) => text.replace(/(?<!\\)\\n/g, '\n')),
  },
  {
    id: 'streaming.cut-at-line-separators',
    sentence: 'U+2028, U+2029 and U+0085 are taken for the end of a line.',
    breaks: ['STREAM-59'],
    deviate: sendStreamText(anywhere, (text) => text.replace(/[\u2028\u2029\u0085]/g, '\n')),
  },
  {
    id: 'streaming.end-mark-in-text',
    sentence: 'A stream ends where its text says [DONE].',
    breaks: ['STREAM-59'],
    deviate: endAt(
      asksForStream,
      () =>
        ({ data }) =>
          data !== '[DONE]' && data.includes('[DONE]'),
      { included: true },
    ),
  },
  {
    id: 'streaming.field-names-cut-from-text',
    sentence: 'What looks like the name of a field is cut from a text.',
    breaks: ['STREAM-59'],
    deviate: editEverywhere(
      asksForStream,
      textBy((text) => text.replace(/^ ?(data|event|:)$/, '')),
    ),
  },
  {
    id: 'streaming.line-breaks-unified',
    sentence: 'CR and CR LF in a text become LF.',
    breaks: ['STREAM-59'],
    deviate: editEverywhere(
      asksForStream,
      textBy((text) => text.replace(/\r\n?/g, '\n')),
    ),
  },
  {
    id: 'streaming.escaped-for-html',
    sentence: 'Angle brackets and ampersands in a text are escaped for HTML.',
    breaks: ['STREAM-59'],
    deviate: editEverywhere(
      asksForStream,
      textBy((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
    ),
  },
];
