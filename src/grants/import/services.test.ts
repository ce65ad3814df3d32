import { describe, expect, it } from 'vitest';
import { reasonToSpare } from './services.js';

describe('a model service', () => {
  const model = { fqn: 'main.llm.assistant', apis: ['chat'] };

  it('is spared when something else than grants decides, or when asking would cost', () => {
    expect(reasonToSpare(model)).toBeUndefined();
    expect(reasonToSpare({ ...model, refuses: { because: 'it answers nobody' } })).toBe('it answers nobody');
    expect(reasonToSpare({ ...model, limit: { requests: 3, perMs: 60_000 } })).toContain('rate limit');
    expect(reasonToSpare({ ...model, scratch: true })).toContain('specs change its grants');
  });
});
