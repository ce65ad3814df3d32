/**
 * Bounds on what is kept of one event stream; each has its own fault code. Decoding stops at the first that is passed:
 * what was read until then stays, later bytes are only counted.
 */
export interface SseLimits {
  readonly bytes: number;
  /** Frames kept, including those that dispatch nothing. */
  readonly frames: number;
  /** Lines of the whole stream: without it, one frame of tiny comments would cost far more than its bytes. */
  readonly lines: number;
  /** Bytes of one line, without its end. */
  readonly lineBytes: number;
}

export const defaultSseLimits: SseLimits = {
  bytes: 32 * 1024 * 1024,
  frames: 200_000,
  lines: 1_000_000,
  lineBytes: 8 * 1024 * 1024,
};
