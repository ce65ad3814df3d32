import type { Fault } from './fault.js';
import { note } from './making/decide.js';

/** What is noted of requests whose clients did not stay. */
export const ledgerFaults: readonly Fault[] = [
  {
    id: 'ledger.left-streams-go-on',
    sentence: 'The model goes on with a stream that its client has left.',
    breaks: ['STREAM-56'],
    seen: 'QuantumNous/new-api#4184',
    deviate: note((log) => ({
      ...log,
      streaming: (request) => ({ ...log.streaming(request), left: () => undefined }),
    })),
  },
  {
    id: 'ledger.left-streams-not-noted',
    sentence: 'Of a stream that its client has left nothing is noted.',
    breaks: ['STREAM-56'],
    seen: 'BerriAI/litellm!36008',
    deviate: note((log) => ({
      ...log,
      find: (requestId) => {
        const entry = log.find(requestId);
        return entry?.outcome === 'left' ? undefined : entry;
      },
    })),
  },
];
