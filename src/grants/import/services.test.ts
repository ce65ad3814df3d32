import { describe, expect, it } from 'vitest';
import { reasonToSpare } from './services.js';

describe('a model service', () => {
  const model = { fqn: 'main.llm.assistant', apis: ['chat'] };

  it('is spared when something else than grants decides, or when asking would cost', () => {
    expect(reasonToSpare('private', model)).toBeUndefined();
    expect(reasonToSpare('disabled', model)).toContain('answers nobody');
    expect(reasonToSpare('unavailable', model)).toContain('answers nobody');
    expect(reasonToSpare('private', { ...model, limit: { requests: 3, perMs: 60_000 } })).toContain('rate limit');
    expect(reasonToSpare('private', { ...model, scratch: true })).toContain('specs change its grants');
  });
});
