export { dispatched, frameAfter } from './dispatched.js';
export { createStreamLog, type StreamLog } from './log.js';
export { payloadOf, shown } from './payload.js';
export type { StreamReading, StreamRule, StreamViolation } from './reading.js';
export { readingOf } from './reading-of.js';
