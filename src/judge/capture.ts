import type { Answer } from '../api/index.js';
import type { Json } from '../json/index.js';
import type { Capture } from '../spec/index.js';
import { type Answered, answerIn } from './answered.js';
import { headerValue } from './header.js';
import { select } from './matching/json-path.js';

type AnswerPart = Extract<Capture, { readonly answer: string }>['answer'];

/** The part of an answer that a later step asks for. Undefined when it is not there, or when a query selects several values. */
export function captureValue(capture: Capture, answered: Answered): Json | undefined {
  const { response } = answered;
  if (response === undefined) return undefined;
  if ('header' in capture) return headerValue(response.headers, capture.header);
  if ('answer' in capture) return ofAnswer(capture.answer, answerIn({ ...answered, response }));
  const { body } = response;
  return body.kind === 'json' ? onlySelected(capture.body, body.value) : undefined;
}

function ofAnswer(part: AnswerPart, answer: Answer | undefined): Json | undefined {
  switch (part) {
    case 'calls':
      return answer?.toolCalls.map((call) => ({ ...call }));
    case 'vectors':
      return answer?.vectors;
    default:
      return answer?.[part];
  }
}

function onlySelected(query: string, body: Json): Json | undefined {
  const selected = select(query, body);
  return typeof selected === 'string' || selected.length !== 1 ? undefined : selected[0]?.value;
}
