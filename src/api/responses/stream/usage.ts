import type { JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { countAt, objectAt } from '../../fields.js';
import { type Step, tell } from './step.js';

const keys = ['input_tokens', 'output_tokens', 'total_tokens'] as const;

/** Of an incomplete response usage may be missing, but not wrong. */
export function checkUsage(step: Step, response: JsonObject, isCompleted: boolean): void {
  const given = response['usage'] ?? null;
  if (given === null && !isCompleted) return;
  const usage = objectAt(response, 'usage');
  if (usage === undefined) {
    tell(step, 'usage-counted', `\`usage\` that is ${describe(response['usage'])}`, 'an object with token counts');
    return;
  }
  const [input, output, total] = keys.map((key) => countAt(usage, key));
  const wrong = keys.find((key) => countAt(usage, key) === undefined);
  if (wrong !== undefined) {
    tell(step, 'usage-counted', `\`usage.${wrong}\` that is ${describe(usage[wrong])}`, 'a whole number from 0 on');
  } else if (input !== undefined && output !== undefined && total !== input + output) {
    const legal = `${input + output}, which is ${input} + ${output}`;
    tell(step, 'usage-adds-up', `\`usage.total_tokens\` of ${total}`, legal);
  }
}
