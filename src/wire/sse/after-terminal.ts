import { type SseFault, sseFault } from './fault.js';
import type { SseFrame, SseStream } from './frame.js';

/**
 * What follows the first dispatched frame that is terminal, or undefined when nothing does. Which frame that is, each
 * API says in its own way: `data: [DONE]`, `event: message_stop` … Comments and blank lines count as bytes, not as events.
 */
export function bytesAfterTerminal(stream: SseStream, isTerminal: (frame: SseFrame) => boolean): SseFault | undefined {
  const terminal = stream.frames.find((frame) => frame.outcome === 'dispatched' && isTerminal(frame));
  if (terminal === undefined) return undefined;
  const end = terminal.offset + terminal.bytes.length;
  if (end === stream.byteLength) return undefined;
  const after = stream.frames.slice(terminal.index + 1);
  const events = after.filter((frame) => frame.outcome === 'dispatched').length;
  return sseFault({ code: 'bytes-after-terminal', bytes: stream.byteLength - end, events }, terminal.index + 1, end);
}
