import { describe } from '../../describe.js';
import { listAt, objectAt } from '../../fields.js';
import { partialResponse, takeIdentity } from './response.js';
import { type Step, tell, typeOf } from './step.js';

export function takeCreated(step: Step): void {
  const { draft, event } = step;
  if (draft.created) {
    tell(step, 'created-once', 'response.created once more');
    return;
  }
  const output = listAt(objectAt(event, 'response') ?? {}, 'output') ?? [];
  const came =
    partialResponse(event, ['queued', 'in_progress']) ??
    (output.length === 0 ? undefined : `a response whose \`output\` is ${describe(output)}`);
  if (came !== undefined) {
    const legal = 'a response with every required field, queued or in progress, and with an empty output';
    tell(step, 'created-whole', came, legal);
  }
  draft.created = true;
  takeIdentity(step);
  // Behind something else it comes too late, which has been told; the items go on.
  if (draft.phase === 'start') draft.phase = 'open';
}

/** `response.queued` and `response.in_progress`. */
export function takeProgress(step: Step): void {
  begin(step);
  takeIdentity(step);
}

/** What comes before `response.created` is told once; the stream is then read as if it had come. */
export function begin(step: Step): void {
  if (step.draft.phase !== 'start') return;
  tell(step, 'created-first', typeOf(step));
  step.draft.phase = 'open';
}
