import { noteArrivals } from './arrivals.js';
import type { SendOptions } from './client.js';
import type { ArrivedPiece, HeaderPair } from './exchange.js';
import { createSseDecoder } from './sse/decoder.js';

/** What is noted of an event stream while it arrives. Other responses have no use for it, and do not pay for it. */
export interface EventStreamWatch {
  /**
   * `end`: how many bytes there are with this piece; `at`: when it came. Gives the offset behind the frame that was
   * waited for, once it is there.
   */
  arrived(piece: Uint8Array, end: number, at: number): number | undefined;
  pieces(): readonly ArrivedPiece[];
}

export function isEventStream(headers: readonly HeaderPair[]): boolean {
  return headers.some(
    ([name, value]) =>
      name.length === 12 && name.toLowerCase() === 'content-type' && /^\s*text\/event-stream\s*(?:;|$)/i.test(value),
  );
}

export function watchEventStream({ abortAfterFrames }: SendOptions): EventStreamWatch {
  const arrivals = noteArrivals();
  const place = abortAfterFrames === undefined ? undefined : findFrameEnd(abortAfterFrames);
  return {
    arrived(piece, end, at) {
      arrivals.note(end, at);
      return place?.(piece);
    },
    pieces: arrivals.pieces,
  };
}

/**
 * Where the frame with this number ends, counted from 1. Frames in which a client sees no event do not count: comments
 * that keep a connection alive must not decide how much of an answer is read.
 */
function findFrameEnd(wanted: number): (piece: Uint8Array) => number | undefined {
  const decoder = createSseDecoder();
  let left = wanted;
  return (piece) => {
    const events = decoder.push(piece, 0).filter(({ outcome }) => outcome === 'dispatched');
    const last = events[left - 1];
    left -= events.length;
    return last === undefined ? undefined : last.offset + last.bytes.length;
  };
}
