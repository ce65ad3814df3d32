import type { ServicePolicy } from '../account/service-policy.js';
import type { Answer } from '../script/answer.js';
import type { ServerSentEvent } from '../server-sent-events.js';

/** A refusal by a service policy, in no API's dialect. */
export interface Denial {
  /** Says that there was a refusal, and nothing of what the model said. */
  readonly text: string;
  readonly promptTokens: number;
  readonly answerTokens: number;
  /** What stands in the answer as `databricks_service_policy`. */
  readonly marker: object;
}

/** What a policy makes of an answer; undefined where it lets the call and its result through. */
export function denialBy(policy: ServicePolicy | undefined, answer: Answer): Denial | undefined {
  if (policy?.effect === 'denies-call') return denial(policy.name, 'request', 'pre_call', 0, 0);
  if (policy?.effect === 'denies-result') {
    return denial(policy.name, 'response', 'post_call', answer.promptTokens, answer.answerTokens);
  }
  return undefined;
}

function denial(name: string, what: string, phase: string, promptTokens: number, answerTokens: number): Denial {
  const text = `This ${what} was blocked by the '${name}' service policy.`;
  const reason = `The policy denies every ${what}.`;
  return { text, promptTokens, answerTokens, marker: { name, action: 'deny', phase, reason } };
}

/**
 * A denial as an answer that an API can render. How Messages, Responses and Gemini tell a denial is not public: here
 * they tell it as their models decline, with the marker of Chat Completions beside it.
 */
export function declining({ text, promptTokens, answerTokens }: Denial): Answer {
  const finish = { reason: 'refusal' } as const;
  return { reasoning: '', text, calls: [], finish, promptTokens, answerTokens, reasoningTokens: 0 };
}

export function marked<Body extends object>(body: Body, { marker }: Denial): Body {
  return { ...body, databricks_service_policy: marker };
}

/** Marks the last event, when all that was said is known. */
export function markedEvents(events: Iterable<ServerSentEvent>, denial: Denial): readonly ServerSentEvent[] {
  const all = [...events];
  const last = all.length - 1;
  return all.map((event, index) =>
    index === last ? { ...event, data: JSON.stringify(marked(JSON.parse(event.data) as object, denial)) } : event,
  );
}
