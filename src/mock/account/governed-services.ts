import type { ApiName, ModelService } from './account.js';
import type { ServicePolicy } from './service-policy.js';

const policyOf: Readonly<Record<string, ServicePolicy>> = {
  'denied-before-the-call': { name: 'block-every-call', effect: 'denies-call' },
  'denied-after-the-call': { name: 'block-every-result', effect: 'denies-result' },
  redacted: { name: 'redact-addresses', effect: 'redacts' },
  passed: { name: 'let-pass', effect: 'passes' },
  'policy-fails': { name: 'broken', effect: 'fails' },
};

/** Services of `main.llm` with a service policy. Those policies judge conversations: none of these services embeds. */
export function governedServices(apis: readonly ApiName[]): readonly ModelService[] {
  return Object.entries(policyOf).map(([name, policy]) => ({
    name,
    apis: apis.filter((api) => api !== 'embeddings'),
    servedModel: 'claude-sim-1-20260101',
    answersInBlocks: false,
    policy,
  }));
}
