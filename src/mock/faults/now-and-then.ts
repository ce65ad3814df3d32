import type { Fault } from './fault.js';
import { sendBody } from './making/bytes.js';
import { upTo } from './making/chunks.js';
import { replace } from './making/edit.js';
import { nowAndThen } from './making/now-and-then.js';
import { pieceOf, textBy } from './making/pieces.js';
import { answers, errorOf, respond, withHeaders } from './making/responses.js';
import { editEverywhere } from './making/spelling.js';
import { breakAt, drop, endAt, first, numbered, type Which } from './making/streams.js';
import { anywhere, asksForStream, onModelApis } from './making/where.js';

const rate = 1 / 20;

/** Where the cases of a requirement send fewer than twenty requests. */
const oftener = 1 / 7;

const pieces: Which = () => (event) => (pieceOf(event) ?? '') !== '';

export const nowAndThenFaults: readonly Fault[] = [
  {
    id: 'sometimes.stream-breaks-off',
    sentence: 'The connection of one stream in twenty breaks.',
    breaks: ['STREAM-54'],
    deviate: nowAndThen(rate, breakAt(asksForStream, numbered(3))),
  },
  {
    id: 'sometimes.stream-without-end',
    sentence: 'One stream in twenty ends without its last event.',
    breaks: ['STREAM-54'],
    seen: 'maximhq/bifrost#597',
    deviate: nowAndThen(rate, endAt(asksForStream, numbered(4), { included: true })),
  },
  {
    id: 'sometimes.piece-lost',
    sentence: 'One stream in twenty lacks its first piece of text.',
    breaks: ['STREAM-54'],
    deviate: nowAndThen(rate, drop(asksForStream, first(pieces))),
  },
  {
    id: 'sometimes.internal-error',
    sentence: 'One request in twenty is an internal error.',
    breaks: ['STREAM-14'],
    deviate: nowAndThen(
      rate,
      respond(onModelApis, () => errorOf(500, 'INTERNAL_ERROR', 'Something went wrong.')),
    ),
  },
  {
    id: 'sometimes.refused-as-stream',
    sentence: 'One response in seven to a request for a stream has the status 200.',
    breaks: ['STREAM-21'],
    deviate: nowAndThen(
      rate,
      respond(asksForStream, (message) => ({ ...message, status: 200 })),
    ),
  },
  {
    id: 'sometimes.content-type-missing',
    sentence: 'One response in twenty has no content type.',
    breaks: ['STREAM-54'],
    deviate: nowAndThen(
      rate,
      respond(onModelApis, (message) => withHeaders(message, { 'content-type': undefined })),
    ),
  },
  {
    id: 'sometimes.answer-cut',
    sentence: 'One answer in seven is cut.',
    breaks: ['CHAT-54'],
    deviate: nowAndThen(
      oftener,
      sendBody(onModelApis, (chunks) => upTo(chunks, 120)),
    ),
  },
  {
    id: 'sometimes.text-garbled',
    sentence: 'One response in twenty has lost its text outside ASCII.',
    breaks: ['STREAM-14'],
    deviate: nowAndThen(
      rate,
      editEverywhere(
        anywhere,
        textBy((text) => text.replace(/\P{ASCII}/gu, '\ufffd')),
      ),
    ),
  },
  {
    id: 'sometimes.no-output',
    sentence: 'One response in seven has no output.',
    breaks: ['RESP-26'],
    deviate: nowAndThen(oftener, answers(onModelApis, replace('$.output', []))),
  },
];
