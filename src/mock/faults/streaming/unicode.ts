import type { Fault } from '../fault.js';
import { isStream, send, sendBody } from '../making/bytes.js';
import { type Chunks, rewritten } from '../making/chunks.js';
import { forward } from '../making/decide.js';
import { textBy } from '../making/pieces.js';
import { answersKeepText } from '../making/requirements.js';
import { editEverywhere, throughout } from '../making/spelling.js';
import { asksForStream, onModelApis, type Where } from '../making/where.js';

const asksForAnswer: Where = (asked) => asked.api !== undefined && !asksForStream(asked);

/** Decodes each block of so many bytes by itself, and what is cut becomes U+FFFD. */
async function* lossyBlocks(chunks: Chunks, size: number): Chunks {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    for (; rest.length >= size; rest = rest.subarray(size)) yield Buffer.from(rest.subarray(0, size).toString('utf8'));
  }
  yield Buffer.from(rest.toString('utf8'));
}

const asLatin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

export const unicodeFaults: readonly Fault[] = [
  {
    id: 'text.stream-decoded-in-blocks',
    sentence: 'A stream is decoded in blocks of 61 bytes, and what they cut of a character is lost.',
    breaks: ['STREAM-14'],
    seen: 'api7/aisix#111',
    deviate: send(asksForStream, (usual) =>
      isStream(usual) ? { ...usual, body: lossyBlocks(usual.body, 61) } : usual,
    ),
  },
  {
    id: 'text.answer-decoded-in-blocks',
    sentence: 'An answer is decoded in blocks of 16 bytes, and what they cut of a character is lost.',
    breaks: answersKeepText,
    seen: 'Gnosil/semantix#369',
    deviate: sendBody(asksForAnswer, (chunks) => lossyBlocks(chunks, 16)),
  },
  {
    id: 'text.stream-in-latin-1',
    sentence: 'The text of a stream is read as Latin-1 on its way.',
    breaks: ['STREAM-14'],
    deviate: editEverywhere(asksForStream, textBy(asLatin1)),
  },
  {
    id: 'text.answer-in-latin-1',
    sentence: 'Texts and arguments of an answer are read as Latin-1 on their way.',
    breaks: [...answersKeepText, 'CHAT-54', 'MSG-54', 'RESP-26', 'GEM-26'],
    deviate: editEverywhere(
      asksForAnswer,
      throughout((value) => (typeof value === 'string' ? asLatin1(value) : value)),
    ),
  },
  {
    id: 'text.request-in-ascii',
    sentence: 'What is outside ASCII in a request reaches the model as question marks.',
    breaks: ['STREAM-14', ...answersKeepText, 'EMB-16'],
    deviate: forward(
      onModelApis,
      throughout((value) => (typeof value === 'string' ? value.replace(/\P{ASCII}/gu, '?') : value)),
    ),
  },
  {
    id: 'text.stream-not-utf-8',
    sentence: 'Bytes of Latin-1 stand among the UTF-8 of a stream.',
    breaks: ['STREAM-14'],
    deviate: send(asksForStream, (usual) => ({ ...usual, body: withLatin1(usual.body) })),
  },
  {
    id: 'text.answer-not-utf-8',
    sentence: 'Bytes of Latin-1 stand among the UTF-8 of answers and errors.',
    breaks: ['HDR-02'],
    deviate: sendBody(asksForAnswer, (chunks) => withLatin1(chunks)),
  },
  {
    id: 'text.byte-order-mark',
    sentence: 'A byte order mark goes before the JSON of answers and errors.',
    breaks: ['HDR-02'],
    deviate: sendBody(asksForAnswer, (chunks) => rewritten(chunks, (bytes) => `\ufeff${bytes}`)),
  },
  {
    id: 'text.normalized',
    sentence: 'Text is brought into the normalization form C.',
    breaks: ['STREAM-14', ...answersKeepText],
    deviate: editEverywhere(
      onModelApis,
      textBy((text) => text.normalize('NFC')),
    ),
  },
  {
    id: 'text.basic-plane-only',
    sentence: 'Characters beyond the Basic Multilingual Plane become question marks.',
    breaks: ['STREAM-14', ...answersKeepText],
    deviate: editEverywhere(
      onModelApis,
      textBy((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
    ),
  },
  {
    id: 'text.joiners-dropped',
    sentence: 'Characters that have no width are dropped.',
    breaks: ['STREAM-14', ...answersKeepText],
    deviate: editEverywhere(
      onModelApis,
      textBy((text) => text.replace(/[\u200b-\u200f\u202a-\u202e\ufeff]/g, '')),
    ),
  },
  {
    id: 'text.controls-dropped',
    sentence: 'Control characters are dropped.',
    breaks: ['STREAM-14', ...answersKeepText],
    deviate: editEverywhere(
      onModelApis,
      // biome-ignore lint/suspicious/noControlCharactersInRegex: They are what the fault drops.
      textBy((text) => text.replace(/[\u0000-\u0008\u000e-\u001f]/g, '')),
    ),
  },
];

async function* withLatin1(chunks: Chunks): Chunks {
  for await (const chunk of chunks) {
    const text = Buffer.from(chunk).toString('utf8');
    yield Buffer.concat(
      [...text].map((letter) => Buffer.from(letter, /[\u00c0-\u00ff]/.test(letter) ? 'latin1' : 'utf8')),
    );
  }
}
