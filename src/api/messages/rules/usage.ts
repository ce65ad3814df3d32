import { objectAt } from '../../fields.js';
import { counted, ofObject } from '../../rules/index.js';
import { unexpected } from '../../violation.js';

export const usageReported = ofObject((body) => {
  const usage = objectAt(body, 'usage');
  if (usage === undefined) return [unexpected('/usage', body['usage'], 'an object with token counts')];
  return ['input_tokens', 'output_tokens'].flatMap((key) => counted(usage, key, '/usage'));
});
