import { countAt, objectAt } from '../../fields.js';
import { counted, ofObject } from '../../rules/index.js';
import { unexpected } from '../../violation.js';

/** Of these the total is the sum. The JSON of protocol buffers leaves a count out that is 0. */
export const summands = [
  'promptTokenCount',
  'candidatesTokenCount',
  'toolUsePromptTokenCount',
  'thoughtsTokenCount',
] as const;

export const usageReported = ofObject((body) => {
  const usage = objectAt(body, 'usageMetadata');
  if (usage === undefined) return [unexpected('/usageMetadata', body['usageMetadata'], 'an object with token counts')];
  const given = summands.filter((key) => key === 'promptTokenCount' || (usage[key] ?? null) !== null);
  return [...given, 'totalTokenCount'].flatMap((key) => counted(usage, key, '/usageMetadata'));
});

export const usageAddsUp = ofObject((body) => {
  const usage = objectAt(body, 'usageMetadata') ?? {};
  if (countAt(usage, 'promptTokenCount') === undefined)
    return [unexpected('/usageMetadata', body['usageMetadata'], 'a count of prompt tokens to add to')];
  const counts = summands.map((key) => countAt(usage, key) ?? 0);
  const sum = counts.reduce((one, other) => one + other, 0);
  if (usage['totalTokenCount'] === sum) return [];
  const expected = `${sum}, which is ${counts.filter((count) => count > 0).join(' + ') || '0'}`;
  return [unexpected('/usageMetadata/totalTokenCount', usage['totalTokenCount'], expected)];
});
