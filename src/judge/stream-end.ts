import type { StreamAnswer } from './stream.js';

/** How a stream ended, as a sentence without its full stop. */
export function endInWords({ end, reading: { error } }: StreamAnswer): string {
  switch (end) {
    case 'complete':
      return 'The stream ended with its terminal event';
    case 'error':
      return `The stream ended with an error: ${(error?.message || 'without a message').replace(/\.$/, '')}`;
    case 'cut':
      return 'The stream ended without its terminal event';
    case 'aborted':
      return 'The harness left the stream before its end (`abort-after`)';
  }
}
