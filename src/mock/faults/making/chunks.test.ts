import { describe, expect, it } from 'vitest';
import { type Chunks, inChunksOf, rewritten, together, upTo, whole, withoutLast } from './chunks.js';
import { chunked } from './verbatim.js';

async function* of(...texts: readonly string[]): Chunks {
  for (const text of texts) yield Buffer.from(text);
}

async function textsOf(chunks: Chunks): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const chunk of chunks) texts.push(Buffer.from(chunk).toString('utf8'));
  return texts;
}

describe('the bytes of a body', () => {
  it('come in chunks of given sizes, the last size for all that follow', async () => {
    expect(await textsOf(inChunksOf(of('abcdef', 'gh'), 1, 3))).toEqual(['a', 'bcd', 'ef', 'gh']);
  });

  it('come several chunks at a time, none lost at the end', async () => {
    expect(await textsOf(together(of('a', 'b', 'c'), 2))).toEqual(['ab', 'c']);
    expect(await textsOf(whole(of('a', 'b', 'c')))).toEqual(['abc']);
  });

  it('end after so many', async () => {
    expect((await textsOf(upTo(of('ab', 'cd', 'ef'), 3))).join('')).toBe('abc');
  });

  it('end before the last so many', async () => {
    expect((await textsOf(withoutLast(of('ab', 'cd'), 1))).join('')).toBe('abc');
  });

  it('are changed as one', async () => {
    expect(await textsOf(rewritten(of('a', 'b'), (bytes) => `${bytes}!`))).toEqual(['ab!']);
  });

  it('are framed in the chunked coding, an empty chunk left out, which would end them', async () => {
    expect((await textsOf(chunked(of('hello', '', 'x'), { extension: ';a' }))).join('')).toBe(
      '5;a\r\nhello\r\n1;a\r\nx\r\n0\r\n\r\n',
    );
  });
});
