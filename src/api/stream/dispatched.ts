import type { SseFrame } from '../../wire/index.js';

/** The frames of which a client sees an event. */
export function dispatched(frames: readonly SseFrame[]): readonly SseFrame[] {
  return frames.filter(({ outcome }) => outcome === 'dispatched');
}

/** The index that the next frame would have had. */
export function frameAfter(frames: readonly SseFrame[]): number {
  return (frames.at(-1)?.index ?? -1) + 1;
}
