import { countAt, objectAt } from '../../fields.js';
import { ofObject } from '../../rules/index.js';
import { unexpected } from '../../violation.js';

export const usageReported = ofObject((body) => {
  const usage = objectAt(body, 'usage');
  if (usage === undefined) return [unexpected('/usage', body['usage'], 'an object with token counts')];
  return ['prompt_tokens', 'total_tokens'].flatMap((key) =>
    (countAt(usage, key) ?? 0) > 0 ? [] : [unexpected(`/usage/${key}`, usage[key], 'a whole number from 1 on')],
  );
});

export const usageAddsUp = ofObject((body) => {
  const usage = objectAt(body, 'usage') ?? {};
  const input = countAt(usage, 'prompt_tokens');
  if (input === undefined) return [unexpected('/usage', body['usage'], 'a count of prompt tokens to compare with')];
  // Some gateways fill in the count of the chat API, which is 0 here.
  const total = input + (countAt(usage, 'completion_tokens') ?? 0);
  return usage['total_tokens'] === total
    ? []
    : [
        unexpected(
          '/usage/total_tokens',
          usage['total_tokens'],
          `${total}: an embedding has no tokens but those of its input`,
        ),
      ];
});
