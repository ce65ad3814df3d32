import type { Json } from '../../json/index.js';
import { answerIn, type Received } from '../answered.js';

/** The tools that the model calls, in order, without their ids: those are new in every answer. */
export function callsAspect(answer: Received): Json {
  const calls = answerIn(answer)?.toolCalls ?? [];
  return calls.length === 0 ? null : calls.map(({ name, arguments: given }) => ({ name, arguments: given }));
}
