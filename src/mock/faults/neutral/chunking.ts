import { setTimeout } from 'node:timers/promises';
import type { NeutralVariant } from '../fault.js';
import { isStream, send } from '../making/bytes.js';
import { type Chunks, inChunksOf, together } from '../making/chunks.js';
import { anywhere, onModelApis } from '../making/where.js';

const anyChunks = 'RFC 9112, section 7.1 (Chunked Transfer Coding): where a chunk ends means nothing';

export const chunkingVariants: readonly NeutralVariant[] = [
  {
    id: 'chunking.byte-by-byte',
    sentence: 'The first 400 bytes of a stream come one by one.',
    allowedBy: anyChunks,
    streams: true,
    deviate: send(onModelApis, (usual) =>
      isStream(usual) ? { ...usual, body: inChunksOf(usual.body, 1, ...Array<number>(400).fill(1), 1000) } : usual,
    ),
  },
  {
    id: 'chunking.within-characters',
    sentence: 'The first 1400 bytes of a body come seven at a time, and so characters in two pieces.',
    allowedBy: anyChunks,
    deviate: send(anywhere, (usual) => ({
      ...usual,
      body: inChunksOf(usual.body, 7, ...Array<number>(200).fill(7), 1000),
    })),
  },
  {
    id: 'chunking.events-together',
    sentence: 'Three events of a stream come at a time.',
    allowedBy: anyChunks,
    streams: true,
    deviate: send(anywhere, (usual) => (isStream(usual) ? { ...usual, body: together(usual.body, 3) } : usual)),
  },
  {
    id: 'chunking.across-events',
    sentence: 'A chunk ends between the line feed of an event and the blank line behind it.',
    allowedBy: anyChunks,
    streams: true,
    deviate: send(anywhere, (usual) => (isStream(usual) ? { ...usual, body: acrossEvents(usual.body) } : usual)),
  },
  {
    id: 'chunking.pause',
    sentence: 'A stream is silent for a moment after its second event.',
    allowedBy:
      'WHATWG HTML Living Standard, section 9.2.5 (Parsing an event stream): no time is set between two events',
    streams: true,
    deviate: send(anywhere, (usual) => (isStream(usual) ? { ...usual, body: withPause(usual.body) } : usual)),
  },
];

async function* acrossEvents(chunks: Chunks): Chunks {
  let held: Uint8Array = Buffer.alloc(0);
  for await (const chunk of chunks) {
    yield Buffer.concat([held, chunk.subarray(0, -1)]);
    held = chunk.subarray(-1);
  }
  yield held;
}

async function* withPause(chunks: Chunks): Chunks {
  let count = 0;
  for await (const chunk of chunks) {
    if (count === 2) await setTimeout(120);
    count += 1;
    yield chunk;
  }
}
