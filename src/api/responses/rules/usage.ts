import { countAt, objectAt } from '../../fields.js';
import { counted, ofObject } from '../../rules/index.js';
import { unexpected } from '../../violation.js';

export const usageReported = ofObject((body) => {
  const usage = objectAt(body, 'usage');
  if (usage === undefined) return [unexpected('/usage', body['usage'], 'an object with token counts')];
  return ['input_tokens', 'output_tokens', 'total_tokens'].flatMap((key) => counted(usage, key, '/usage'));
});

export const usageAddsUp = ofObject((body) => {
  const usage = objectAt(body, 'usage') ?? {};
  const input = countAt(usage, 'input_tokens');
  const output = countAt(usage, 'output_tokens');
  if (input === undefined || output === undefined)
    return [unexpected('/usage', body['usage'], 'counts of input and output tokens to add up')];
  const holds = usage['total_tokens'] === input + output;
  return holds
    ? []
    : [unexpected('/usage/total_tokens', usage['total_tokens'], `${input + output}, which is ${input} + ${output}`)];
});
