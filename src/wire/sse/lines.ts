import { createGrowingBuffer } from './growing-buffer.js';

export type LineEnd = 'lf' | 'crlf' | 'cr';

/** One line as received. */
export interface SseLine {
  /** Of the first byte, counted from the start of the body. */
  readonly offset: number;
  /** With its end. Valid only until the next line is asked for. */
  readonly bytes: Uint8Array;
  /** `none`: the stream, or what may be read of it, ends here. `too-long`: the limit is reached and the line goes on. */
  readonly end: LineEnd | 'none' | 'too-long';
  /** When the first and the last byte arrived. */
  readonly startedAt: number;
  readonly at: number;
}

/** Takes a stream apart by LF, CRLF and CR. After a line that is too long, it is not to be used any more. */
export interface LineSplitter {
  push(bytes: Uint8Array, at: number): Iterable<SseLine>;
  end(): Iterable<SseLine>;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const endLengths = { lf: 1, crlf: 2, cr: 1, none: 0, 'too-long': 0 } as const satisfies Record<SseLine['end'], number>;

export function contentOf(line: SseLine): Uint8Array {
  return line.bytes.subarray(0, line.bytes.length - endLengths[line.end]);
}

export function hasEnd(line: SseLine): boolean {
  return endLengths[line.end] > 0;
}

export function createLineSplitter(lineBytes: number): LineSplitter {
  /** What has arrived of a line that is not complete. */
  const begun = createGrowingBuffer();
  /** `begun` ends with a CR whose LF may still come: that of CRLF may be cut from its CR by the border of two chunks. */
  let waitsForLineFeed = false;
  let offset = 0;
  let startedAt = 0;
  let lastAt = 0;

  function keep(bytes: Uint8Array, at: number): void {
    if (begun.length() === 0) startedAt = at;
    begun.append(bytes);
    lastAt = at;
  }

  function* complete(bytes: Uint8Array, end: SseLine['end'], at: number): Iterable<SseLine> {
    const whole = begun.length() === 0;
    if (!whole) begun.append(bytes);
    const line: SseLine = {
      offset,
      bytes: whole ? bytes : begun.view(),
      end,
      startedAt: whole ? at : startedAt,
      at: bytes.length === 0 ? lastAt : at,
    };
    offset += line.bytes.length;
    waitsForLineFeed = false;
    yield line;
    begun.clear();
  }

  function* flush(end: 'cr' | 'none'): Iterable<SseLine> {
    yield* complete(new Uint8Array(0), end, lastAt);
  }

  function* push(bytes: Uint8Array, at: number): Iterable<SseLine> {
    let from = 0;
    if (waitsForLineFeed && bytes.length > 0) {
      if (bytes[0] === lineFeed) {
        from = 1;
        yield* complete(bytes.subarray(0, 1), 'crlf', at);
      } else {
        yield* flush('cr');
      }
    }
    while (from < bytes.length) {
      const { end, to } = findEnd(bytes, from, lineBytes - begun.length());
      if (end === 'open' || end === 'open-cr') {
        waitsForLineFeed = end === 'open-cr';
        keep(bytes.subarray(from), at);
        return;
      }
      yield* complete(bytes.subarray(from, to), end, at);
      if (end === 'too-long') return;
      from = to;
    }
  }

  function* end(): Iterable<SseLine> {
    if (begun.length() > 0) yield* flush(waitsForLineFeed ? 'cr' : 'none');
  }

  return { push, end };
}

/** `open`: these bytes hold no end. `open-cr`: they end with a CR, of which only the next byte can say what it is. */
interface FoundEnd {
  readonly end: LineEnd | 'too-long' | 'open' | 'open-cr';
  /** Index after the line. */
  readonly to: number;
}

/** `room`: how many more bytes the content of this line may have. */
function findEnd(bytes: Uint8Array, from: number, room: number): FoundEnd {
  const last = Math.min(bytes.length, from + room);
  let index = from;
  while (index < last && bytes[index] !== lineFeed && bytes[index] !== carriageReturn) index += 1;
  if (index === bytes.length) return { end: 'open', to: index };
  if (bytes[index] === lineFeed) return { end: 'lf', to: index + 1 };
  if (bytes[index] !== carriageReturn) return { end: 'too-long', to: index };
  if (index + 1 === bytes.length) return { end: 'open-cr', to: index + 1 };
  return bytes[index + 1] === lineFeed ? { end: 'crlf', to: index + 2 } : { end: 'cr', to: index + 1 };
}
