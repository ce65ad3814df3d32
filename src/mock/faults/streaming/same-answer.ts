import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { all, type Edit, isRecord, remove, replace } from '../making/edit.js';
import { textBy } from '../making/pieces.js';
import { streamsAddUp } from '../making/requirements.js';
import { editEverywhere } from '../making/spelling.js';
import { drop, editEvents, editedEvent, every, having } from '../making/streams.js';
import { asksForStream, conversations, messages, on } from '../making/where.js';
import { type Events, streamsWith, withEvents } from '../making/whole-streams.js';

const models = "$['model', 'modelVersion']";
const stops = "$['stop', 'stop_sequences']";
const stopsOfGemini = "$.generationConfig['stopSequences', 'stop_sequences']";

/** Changes counts of usage, in every dialect and wherever a stream has it, and the total that they belong to. */
function usageBy(names: readonly string[], change: (count: number) => number): Edit {
  const changed = (usage: unknown) => {
    if (!isRecord(usage)) return usage;
    const counts = Object.entries(usage).filter((one): one is [string, number] => typeof one[1] === 'number');
    const after = counts.map(([name, count]) => [name, names.includes(name) ? change(count) : count] as const);
    const more = sumOf(after) - sumOf(counts);
    const totals = after.map(([name, count]) => [name, /^total/.test(name) ? count + more : count] as const);
    return { ...usage, ...Object.fromEntries(totals) };
  };
  return all(replace("$['usage', 'usageMetadata']", changed), replace("$['message', 'response'].usage", changed));
}

function sumOf(counts: readonly (readonly [string, number])[]): number {
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

const ofPrompt = ['prompt_tokens', 'input_tokens', 'promptTokenCount'];
const ofAnswer = ['completion_tokens', 'output_tokens', 'candidatesTokenCount'];

export const sameAnswerFaults: readonly Fault[] = [
  {
    id: 'streaming.another-model',
    sentence: 'A stream names the model behind the gateway, an answer in one piece the one that was asked for.',
    breaks: streamsAddUp,
    seen: 'BerriAI/litellm#38761',
    deviate: editEvents(
      asksForStream,
      every,
      all(
        replace(models, 'hosted/model-0'),
        replace('$.message.model', 'hosted/model-0'),
        replace('$.response.model', 'hosted/model-0'),
      ),
    ),
  },
  {
    id: 'streaming.white-space-trimmed',
    sentence: 'The white space at the edges of each piece of text is lost.',
    breaks: [...streamsAddUp, 'STREAM-59'],
    deviate: editEverywhere(
      asksForStream,
      textBy((text) => text.trim()),
    ),
  },
  {
    id: 'streaming.refusal-lost',
    sentence: 'What a model says when it declines is missing from a chat stream.',
    breaks: ['STREAM-47'],
    deviate: drop(asksForStream, having('$.choices[*].delta.refusal')),
  },
  {
    id: 'streaming.refusal-as-usual-end',
    sentence: 'A stream in which the model declines ends like any other.',
    breaks: ['STREAM-47'],
    deviate: editEvents(
      asksForStream,
      every,
      all(
        replace('$.delta.stop_reason', (old: unknown) => (old === 'refusal' ? 'end_turn' : old)),
        replace('$.candidates[*].finishReason', (old: unknown) => (old === 'MAX_TOKENS' ? old : 'STOP')),
      ),
    ),
  },
  {
    id: 'streaming.prompt-counted-twice',
    sentence: 'The usage of a stream counts the tokens of the prompt twice.',
    breaks: ['STREAM-48'],
    seen: 'maximhq/bifrost#5354',
    deviate: editEvents(
      asksForStream,
      every,
      usageBy(ofPrompt, (count) => count * 2),
    ),
  },
  {
    id: 'streaming.prompt-not-counted',
    sentence: 'The usage of a Messages stream says that the prompt had no tokens.',
    breaks: ['STREAM-48'],
    seen: 'vercel/ai#17326',
    deviate: editEvents(
      on(messages),
      every,
      usageBy(['input_tokens'], () => 0),
    ),
  },
  {
    id: 'streaming.last-token-not-counted',
    sentence: 'The usage of a stream counts one token of the answer too few.',
    breaks: ['STREAM-48'],
    deviate: editEvents(
      asksForStream,
      every,
      usageBy(ofAnswer, (count) => Math.max(0, count - 1)),
    ),
  },
  {
    id: 'streaming.usage-of-all',
    sentence: 'The count of tokens is not begun anew with each stream.',
    breaks: ['STREAM-48'],
    deviate: streamsWith(
      () => ({ streams: 0 }),
      (message, events, memory) => {
        memory.streams += 1;
        const { streams } = memory;
        const summed = usageBy(ofAnswer, (count) => count * streams);
        return withEvents(message, edited(events, summed));
      },
    ),
  },
  {
    id: 'streaming.long-stop-sequence-ignored',
    sentence: 'A stream does not end before a stop sequence that is spread over several events.',
    breaks: ['STREAM-49'],
    deviate: forward(on(conversations), all(replace(stops, onlyShort), replace(stopsOfGemini, onlyShort))),
  },
  {
    id: 'streaming.stop-sequence-ignored',
    sentence: 'A stream does not end before a stop sequence.',
    breaks: ['STREAM-49'],
    deviate: forward(on(conversations), all(remove(stops), remove(stopsOfGemini))),
  },
  {
    id: 'streaming.only-first-stop-sequence',
    sentence: 'A stream ends before the first of the stop sequences of its request only.',
    breaks: ['STREAM-49'],
    deviate: forward(on(conversations), all(replace(stops, onlyFirst), replace(stopsOfGemini, onlyFirst))),
  },
];

function onlyShort(sequences: unknown): unknown {
  return Array.isArray(sequences) ? sequences.filter((one) => String(one).length < 3) : sequences;
}

function onlyFirst(sequences: unknown): unknown {
  return Array.isArray(sequences) ? sequences.slice(0, 1) : sequences;
}

function* edited(events: Events, edit: Edit): Events {
  for (const event of events) yield editedEvent(event, edit);
}
