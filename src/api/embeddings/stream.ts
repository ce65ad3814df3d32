import type { SseFrame } from '../../wire/index.js';
import {
  createStreamLog,
  dispatched,
  frameAfter,
  type StreamReading,
  type StreamRule,
  shown,
} from '../stream/index.js';

/** This API has no streams, so that whatever comes as one is wrong. */
export const embeddingsStreamRules = {
  'no-stream': { level: 'MUST', statement: 'Embeddings are never answered with a stream.' },
} as const satisfies Readonly<Record<string, StreamRule>>;

export function readEmbeddingsStream(frames: readonly SseFrame[]): StreamReading {
  const log = createStreamLog(embeddingsStreamRules);
  const at = { state: 'no stream', legal: 'one JSON body' };
  const events = dispatched(frames);
  for (const { index, data = '' } of events) {
    log.report('no-stream', { ...at, frame: index, came: `an event (${shown(data)})` });
  }
  if (events.length === 0)
    log.report('no-stream', { ...at, frame: frameAfter(frames), came: 'a stream without events' });
  return { answer: undefined, violations: log.violations(), end: 'cut' };
}
