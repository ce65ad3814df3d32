/** The bytes of a body, in one chunk for each write. */
export type Chunks = AsyncIterable<Uint8Array>;

/** The same bytes in chunks of given sizes; the last size counts for all that follow. */
export async function* inChunksOf(chunks: Chunks, ...sizes: readonly [number, ...number[]]): Chunks {
  let turn = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      const size = sizes[turn] ?? (sizes.at(-1) as number);
      yield chunk.subarray(from, from + size);
      from += size;
      turn += 1;
    }
  }
}

/** The same bytes in fewer chunks, of up to so many each. */
export async function* together(chunks: Chunks, count: number): Chunks {
  let held: Uint8Array[] = [];
  for await (const chunk of chunks) {
    held.push(chunk);
    if (held.length < count) continue;
    yield Buffer.concat(held);
    held = [];
  }
  if (held.length > 0) yield Buffer.concat(held);
}

/** All bytes as one chunk, once they are all there. */
export function whole(chunks: Chunks): Chunks {
  return together(chunks, Number.POSITIVE_INFINITY);
}

/** The first so many bytes. */
export async function* upTo(chunks: Chunks, bytes: number): Chunks {
  let left = bytes;
  for await (const chunk of chunks) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

/** Changes all bytes as one. */
export async function* rewritten(chunks: Chunks, change: (bytes: Buffer) => Uint8Array | string): Chunks {
  for await (const bytes of whole(chunks)) yield Buffer.from(change(Buffer.from(bytes)));
}

/** All but the last so many bytes of bodies that come in chunks longer than that. */
export async function* withoutLast(chunks: Chunks, count: number): Chunks {
  let held: Uint8Array = Buffer.alloc(0);
  for await (const chunk of chunks) {
    yield held;
    held = chunk;
  }
  yield held.subarray(0, Math.max(0, held.length - count));
}
