import type { SimulatedAccount } from '../start.js';
import { ask, type Question, type RawResponse, saidInParts } from './simulation.js';

export interface ReadEvent {
  readonly event?: string;
  readonly data: string;
}

/** Only what the simulation itself writes; a stream that any client could read but that is written otherwise throws. */
export function eventsIn(text: string): readonly ReadEvent[] {
  const pieces = text.split('\n\n');
  if (pieces.pop() !== '') throw new Error('The last event has no end.');
  return pieces.map((piece) => {
    const [, event, data] = /^(?:event: (\S+)\n)?data: ([^\n]+)$/.exec(piece) ?? [];
    if (data === undefined) throw new Error(`This is no event: ${piece}`);
    return { ...(event !== undefined && { event }), data };
  });
}

export interface Streamed extends RawResponse {
  readonly events: readonly ReadEvent[];
  /** The data of each event, without the end mark. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read bodies whose shape is what they verify
  readonly data: readonly any[];
}

export async function askStream(account: SimulatedAccount, question: Question = {}): Promise<Streamed> {
  const response = await ask(account, { ...question, stream: true });
  const events = eventsIn(response.text);
  return {
    ...response,
    events,
    data: events.filter(({ data }) => data !== '[DONE]').map(({ data }) => JSON.parse(data)),
  };
}

/** What the deltas of a stream say, whatever its API and form. */
export function saidInStream({ data }: Pick<Streamed, 'data'>): string {
  return data
    .map(textIn)
    .filter((content) => typeof content === 'string')
    .join('');
}

function textIn(one: Streamed['data'][number]): unknown {
  if (one.type === 'response.output_text.delta') return one.delta;
  if (one.candidates) return saidInParts(one.candidates[0].content.parts);
  return one.choices?.[0]?.delta.content ?? one.delta?.text;
}
