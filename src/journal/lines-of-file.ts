import { closeSync, openSync, readSync } from 'node:fs';

const lineFeed = 0x0a;
const chunkBytes = 256 * 1024;

/** One complete line of a file, and where it stands there: in bytes, without its line feed. */
export interface FileLine {
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/**
 * The complete lines of a file, of which never more is in memory than one line and some. Split as bytes: U+2028 is no
 * line end here, and no character is cut in two. Throws a system error when the file cannot be read.
 */
export function* linesOfFile(path: string): Generator<FileLine> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    /** What the chunks before held of the line that is not complete yet. */
    let begun: Buffer[] = [];
    let start = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      let from = 0;
      for (let end = chunk.indexOf(lineFeed); end !== -1 && end < read; end = chunk.indexOf(lineFeed, from)) {
        const bytes = joined(begun, chunk.subarray(from, end));
        yield { text: bytes.toString(), start, length: bytes.byteLength };
        begun = [];
        start += bytes.byteLength + 1;
        from = end + 1;
      }
      // The chunk is read into again.
      if (from < read) begun.push(Buffer.from(chunk.subarray(from, read)));
    }
  } finally {
    closeSync(file);
  }
}

function joined(begun: readonly Buffer[], last: Buffer): Buffer {
  return begun.length === 0 ? last : Buffer.concat([...begun, last]);
}
