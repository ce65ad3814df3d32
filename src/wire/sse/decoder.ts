import { type SseFault, type SseFaultKind, sseFault } from './fault.js';
import type { SseFrame, SseStream } from './frame.js';
import { type AssembledFrame, createFrameAssembler } from './frame-assembly.js';
import { defaultSseLimits, type SseLimits } from './limits.js';
import { createLineSplitter, type SseLine } from './lines.js';

/**
 * Decodes an event stream while it arrives, as WHATWG HTML section 9.2 "Server-sent events" asks, and keeps what it
 * finds wrong instead of throwing. The chunks given may be reused by the caller. Not to be pushed to after `end`.
 */
export interface SseDecoder {
  /**
   * The frames that these bytes complete. `at`: when they arrived, on any clock. A frame whose last byte so far is a
   * CR waits for the next byte, which may be its LF; its time is none the less that of its own last byte.
   */
  push(bytes: Uint8Array, at: number): readonly SseFrame[];
  /** A limit was passed: later bytes are only counted, so that there is no use in reading more of them. */
  stopped(): boolean;
  /** The whole stream, with all frames that `push` gave and those that only its end completes or cuts. */
  end(): SseStream;
}

/** Decodes an event stream that is there as a whole; all times are 0. */
export function decodeSse(bytes: Uint8Array, limits: Partial<SseLimits> = {}): SseStream {
  const decoder = createSseDecoder(limits);
  decoder.push(bytes, 0);
  return decoder.end();
}

export function createSseDecoder(given: Partial<SseLimits> = {}): SseDecoder {
  const limits: SseLimits = { ...defaultSseLimits, ...given };
  const splitter = createLineSplitter(limits.lineBytes);
  const assembler = createFrameAssembler();
  const frames: SseFrame[] = [];
  const faults: SseFault[] = [];
  let byteLength = 0;
  let lines = 0;
  let stopped = false;

  function keep(assembled: AssembledFrame | undefined): void {
    if (assembled === undefined) return;
    frames.push(assembled.frame);
    faults.push(...assembled.faults);
  }

  function stop(kind: SseFaultKind, offset: number): void {
    stopped = true;
    faults.push(sseFault(kind, frames.length, offset));
    keep(assembler.cut());
  }

  function take(line: SseLine): void {
    // Every line after the last frame begins another one.
    if (frames.length >= limits.frames) {
      stop({ code: 'too-many-frames', limit: limits.frames }, line.offset);
    } else if (lines >= limits.lines) {
      stop({ code: 'too-many-lines', limit: limits.lines }, line.offset);
    } else {
      lines += 1;
      keep(assembler.take(line));
      if (line.end === 'too-long') {
        stop({ code: 'line-too-long', limit: limits.lineBytes }, line.offset + line.bytes.length);
      }
    }
  }

  function takeAll(found: Iterable<SseLine>): void {
    for (const line of found) {
      take(line);
      if (stopped) return;
    }
  }

  function push(bytes: Uint8Array, at: number): readonly SseFrame[] {
    const known = frames.length;
    const room = limits.bytes - byteLength;
    byteLength += bytes.length;
    if (!stopped) takeAll(splitter.push(bytes.subarray(0, Math.max(0, room)), at));
    if (!stopped && byteLength > limits.bytes) {
      takeAll(splitter.end());
      if (!stopped) stop({ code: 'too-many-bytes', limit: limits.bytes }, limits.bytes);
    }
    return frames.slice(known);
  }

  function end(): SseStream {
    if (!stopped) {
      takeAll(splitter.end());
      const cut = stopped ? undefined : assembler.cut();
      keep(cut);
      if (cut !== undefined) faults.push(cut.break);
      if (byteLength === 0) faults.push(sseFault({ code: 'empty-stream' }, 0, 0));
      stopped = true;
    }
    return { frames: [...frames], faults: faults.toSorted((one, other) => one.offset - other.offset), byteLength };
  }

  return { push, stopped: () => stopped, end };
}
