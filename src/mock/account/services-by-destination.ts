import type { ApiName, ModelService } from './account.js';

const destinationsOf: Readonly<Record<string, NonNullable<ModelService['destinations']>>> = {
  unavailable: ['fails'],
  'falls-back': ['fails', 'serves'],
  // What it refers to is a model of `system.ai`, on which its callers need no privilege.
  'refers-to-system': ['serves'],
};

/** Services of `main.llm` that differ in where their requests go. */
export function servicesByDestination(apis: readonly ApiName[]): readonly ModelService[] {
  return Object.entries(destinationsOf).map(([name, destinations]) => ({
    name,
    apis,
    servedModel: 'claude-sim-1-20260101',
    answersInBlocks: false,
    destinations,
  }));
}
