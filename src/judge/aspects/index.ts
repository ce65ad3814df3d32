import type { Json } from '../../json/index.js';
import type { Aspect } from '../../spec/index.js';
import { type Answered, answerIn, errorIn, isReceived, type JudgeContext, type Received } from '../answered.js';
import { codeOf } from '../outcomes/readable-error.js';
import { callsAspect } from './calls.js';
import { contractAspect } from './contract.js';
import { grammarAspect } from './grammar.js';
import { headerNames } from './header-names.js';
import { messageForm } from './message-form.js';
import { outcomeAspect } from './outcome.js';
import { policyAspect } from './policy.js';
import { shapeAspect } from './shape.js';
import { columnsAspect, errorClassAspect, sqlStateAspect, stateAspect } from './statement.js';
import { usageAspect } from './usage.js';

/** How each aspect is read of an answer; null where an answer has none. Nothing in it may differ between two equal runs. */
const received: Readonly<Record<Exclude<Aspect, 'outcome'>, (answer: Received) => Json>> = {
  status: ({ response }) => response.status,
  contract: contractAspect,
  'content-type': ({ response }) => response.mediaType ?? null,
  'error-code': ({ response, statement }) =>
    isSuccess(response.status) ? (statement?.error?.code ?? null) : (codeOf(errorIn(response)) ?? null),
  'header-names': ({ response }) => headerNames(response.headers),
  'error-shape': ({ response }) => (isSuccess(response.status) ? null : errorIn(response).kind),
  'error-message': ({ response }) => (isSuccess(response.status) ? null : messageForm(errorIn(response))),
  shape: shapeAspect,
  'served-model': (answer) => answerIn(answer)?.model ?? null,
  policy: policyAspect,
  finish: (answer) => answerIn(answer)?.finish ?? null,
  text: (answer) => answerIn(answer)?.text ?? null,
  calls: callsAspect,
  usage: usageAspect,
  grammar: grammarAspect,
  state: stateAspect,
  'error-class': errorClassAspect,
  'sql-state': sqlStateAspect,
  columns: columnsAspect,
};

export function readAspect(aspect: Aspect, answered: Answered, context: JudgeContext): Json {
  if (aspect === 'outcome') return outcomeAspect(answered, context);
  return isReceived(answered) ? received[aspect](answered) : null;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
