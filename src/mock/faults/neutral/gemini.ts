import type { ServerSentEvent } from '../../server-sent-events.js';
import type { NeutralVariant } from '../fault.js';
import { all, isRecord, merge, remove, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { editEverywhere } from '../making/spelling.js';
import { editEvents, editedEvent, exchange, having, stream } from '../making/streams.js';
import { gemini, on } from '../making/where.js';

const reference = 'Gemini API reference';

export const geminiVariants: readonly NeutralVariant[] = [
  {
    id: 'gemini.more-of-candidates',
    sentence: 'Candidates have safety ratings, and an average of log probabilities.',
    allowedBy: `${reference}, Candidate`,
    apis: gemini,
    deviate: editEverywhere(
      on(gemini),
      all(
        merge('$.candidates[*]', {
          avgLogprobs: -0.12,
          safetyRatings: [{ category: 'HARM_CATEGORY_HARASSMENT', probability: 'NEGLIGIBLE', blocked: false }],
        }),
        merge('$.usageMetadata', {
          promptTokensDetails: [{ modality: 'TEXT', tokenCount: 4 }],
          serviceTier: 'standard',
        }),
      ),
    ),
  },
  {
    id: 'gemini.text-in-parts',
    sentence: 'The text of an answer is spread over several parts.',
    allowedBy: `${reference}, Content: ordered parts`,
    apis: gemini,
    deviate: answers(
      on(gemini),
      replace('$.candidates[*].content.parts', (parts: unknown) =>
        Array.isArray(parts) ? parts.flatMap(perWord) : parts,
      ),
    ),
  },
  {
    id: 'gemini.no-index',
    sentence: 'The index of the only candidate is left out.',
    allowedBy: 'Protocol Buffers documentation, ProtoJSON format: a field that has its default may be left out',
    apis: gemini,
    deviate: editEverywhere(on(gemini), remove('$.candidates[*].index')),
  },
  {
    id: 'gemini.empty-last-part',
    sentence: 'The last event of a stream has an empty text beside its finishReason.',
    allowedBy: `${reference}, streamGenerateContent`,
    apis: gemini,
    streams: true,
    deviate: exchange(on(gemini), having('$.candidates[?@.content.parts[?@.text]].finishReason'), (event) => [
      editedEvent(event, all(remove('$.candidates[*].finishReason'), remove('$.usageMetadata'))),
      editedEvent(event, replace('$.candidates[*].content.parts', [{ text: '' }])),
    ]),
  },
  {
    id: 'gemini.usage-at-the-end',
    sentence: 'Only the last event of a stream states usage.',
    allowedBy: `${reference}, GenerateContentResponse: usageMetadata is output only and optional`,
    apis: gemini,
    streams: true,
    deviate: editEvents(on(gemini), having('$.candidates[?!@.finishReason]'), remove('$.usageMetadata')),
  },
  {
    id: 'gemini.usage-behind-the-end',
    sentence: 'Usage comes in an event of its own, behind the finishReason.',
    allowedBy: `${reference}, GenerateContentResponse: every member is optional`,
    apis: gemini,
    streams: true,
    deviate: stream(on(gemini), usageBehind),
  },
];

function* usageBehind(events: Iterable<ServerSentEvent>): Generator<ServerSentEvent> {
  let last: ServerSentEvent | undefined;
  for (const event of events) {
    last = event;
    yield editedEvent(event, remove('$.usageMetadata'));
  }
  if (last !== undefined) yield editedEvent(last, remove('$.candidates'));
}

function perWord(part: unknown): readonly unknown[] {
  if (!isRecord(part) || typeof part['text'] !== 'string' || part['text'] === '') return [part];
  const { text, ...rest } = part;
  return text.split(/(?<= )/).map((word) => ({ text: word, ...rest }));
}
