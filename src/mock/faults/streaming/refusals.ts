import type { Deviate } from '../../deviation/deviation.js';
import type { Message } from '../../gateway/message.js';
import type { Fault } from '../fault.js';
import { respond, withHeaders } from '../making/responses.js';
import { asksForStream, both, onModelApis } from '../making/where.js';

export const refusedStreamFaults: readonly Fault[] = [
  {
    id: 'streaming.refused-within-a-stream',
    sentence: 'A streaming request for a model that cannot be used gets a stream whose only event is the error.',
    breaks: ['STREAM-21'],
    deviate: refused([403, 404], asStream),
  },
  {
    id: 'streaming.unauthenticated-within-a-stream',
    sentence: 'A streaming request without a credential that counts gets a stream whose only event is the error.',
    breaks: ['STREAM-21'],
    deviate: refused([401], asStream),
  },
  {
    id: 'streaming.invalid-within-a-stream',
    sentence: 'An invalid streaming request gets a stream whose only event is the error.',
    breaks: ['STREAM-21'],
    deviate: refused([400], asStream),
  },
  {
    id: 'streaming.refused-with-200',
    sentence: 'A streaming request that is refused gets the error with status 200.',
    breaks: ['STREAM-21'],
    seen: 'azrtydxb/Fastllm-proxy#28',
    deviate: refused([400, 401, 403, 404], (message) => ({ ...message, status: 200 })),
  },
  {
    id: 'streaming.error-typed-as-stream',
    sentence: 'The error in place of a stream has the content type of a stream.',
    breaks: ['STREAM-21', 'HDR-01'],
    deviate: refused([400, 401, 403, 404], (message) => withHeaders(message, { 'content-type': 'text/event-stream' })),
  },
  {
    id: 'streaming.refused-with-nothing',
    sentence: 'A streaming request that is refused gets a stream without a byte.',
    breaks: ['STREAM-21'],
    seen: 'preloop/preloop!121',
    deviate: refused([400, 401, 403, 404], (message) => ({ ...asStream(message), body: { kind: 'text', text: '' } })),
  },
];

function refused(statuses: readonly number[], change: (message: Message) => Message): Deviate {
  return respond(both(onModelApis, asksForStream), (message) =>
    statuses.includes(message.status) ? change(message) : message,
  );
}

function asStream(message: Message): Message {
  const data = message.body.kind === 'json' ? JSON.stringify(message.body.value) : '';
  const typed = withHeaders(message, { 'content-type': 'text/event-stream' });
  return { ...typed, status: 200, body: { kind: 'text', text: `data: ${data}\n\n` } };
}
