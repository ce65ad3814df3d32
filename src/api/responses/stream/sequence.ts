import { describe } from '../../describe.js';
import { isCount } from '../../fields.js';
import { type Step, tell } from './step.js';

/** From a gap on the numbers are held against the new one, so that each gap is told once. */
export function takeSequenceNumber(step: Step): void {
  const { draft, event } = step;
  const number = event['sequence_number'];
  const due = draft.sequence === undefined ? undefined : draft.sequence + 1;
  const isNext = isCount(number) && (due === undefined || number === due);
  if (isNext) {
    draft.sequence = number;
    return;
  }
  // A keep-alive may come from a proxy, which has no part in the numbering.
  if (event['type'] === 'keepalive') return;
  const legal = due === undefined ? 'a `sequence_number` from 0 on' : `a \`sequence_number\` of ${due}`;
  tell(step, 'sequence-numbered', `an event whose \`sequence_number\` is ${describe(number)}`, legal);
  const taken = isCount(number) ? number : due;
  if (taken !== undefined) draft.sequence = taken;
}
