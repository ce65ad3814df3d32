import type { SseFault } from './fault.js';
import type { LineEnd } from './lines.js';

/**
 * `dispatched`: a client sees an event. `ignored`: ended by a blank line, but without data, so that a client sees
 * nothing (comments, spare blank lines). `cut`: no blank line came, so that a client discards it.
 */
export type SseFrameOutcome = 'dispatched' | 'ignored' | 'cut';

/** The lines up to and including a blank line. All frames together hold every byte that was decoded, in order. */
export interface SseFrame {
  /** Counts from 0. */
  readonly index: number;
  readonly outcome: SseFrameOutcome;
  /** When the first byte arrived, on the clock of the caller. */
  readonly startedAt: number;
  /** When the last byte arrived: for a dispatched frame, when a client could know of the event. */
  readonly at: number;
  /** Of the first byte, counted from the start of the body. */
  readonly offset: number;
  /** As received, with the blank line, and the byte order mark if there is one. */
  readonly bytes: Uint8Array;
  /** `none` when no line has an end, as in a frame that was cut in its only line. */
  readonly lineEnd: LineEnd | 'mixed' | 'none';
  /** Value of the last `event` line; absent without one. A client takes absent and empty for `message`. */
  readonly event?: string;
  /** Values of the `data` lines, joined by LF; absent without one. */
  readonly data?: string;
  /** Value of the last `id` line that counts; one with a NUL does not. */
  readonly id?: string;
  /** Milliseconds, of the last `retry` line that can be read. */
  readonly retry?: number;
  /** Texts after the colon, without one leading space. */
  readonly comments: readonly string[];
  /** Fields that the standard has clients ignore, a misspelt or differently cased name among them. */
  readonly unknown: readonly SseUnknownField[];
}

export interface SseUnknownField {
  readonly name: string;
  readonly value: string;
}

/** A whole event stream. */
export interface SseStream {
  readonly frames: readonly SseFrame[];
  /** By offset. */
  readonly faults: readonly SseFault[];
  /** Bytes received, those beyond a limit included. */
  readonly byteLength: number;
}
