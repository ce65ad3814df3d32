import type { JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { readEnvelope } from '../../error/envelopes.js';
import { objectAt, textAt } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { type Step, tell } from './step.js';

/** Flat as OpenAI's reference has it, or nested as its own clients and Open Responses know it. */
export function takeError(step: Step): void {
  const { draft, event, frame, name } = step;
  if (isFlat(event) && name !== 'error') {
    // Clients look at the name, or for an `error` object; without both it is one event among others.
    const came = name === undefined ? 'an error without a name' : `an error with the name ${shown(name)}`;
    tell(step, 'error-named', came, 'the name "error", or the message in an `error` object');
  }
  const message = messageOf(step, event);
  draft.phase = 'error';
  draft.error = { message, frame };
}

/** An error whose message is not in an `error` object. */
export function isFlat(event: JsonObject): boolean {
  return event['type'] === 'error' && objectAt(event, 'error') === undefined;
}

/** The message of an error, as it may be shown; empty when it has none, which is told. */
export function messageOf(step: Step, holder: JsonObject): string {
  const error = isFlat(holder) ? holder : objectAt(holder, 'error');
  if (!textAt(error ?? {}, 'message')) {
    const came =
      error === undefined
        ? `\`error\` that is ${describe(holder['error'])}`
        : `an error whose \`message\` is ${describe(error['message'])}`;
    tell(step, 'error-well-formed', came, 'an error with a message');
  }
  return readEnvelope(holder).message ?? '';
}
