import type { EstimateRecord, RunEvent } from '../journal/index.js';

/** What a run was expected to cost, said as the guess that it is: `120 requests, roughly …`. */
export function estimateInWords(
  { requests, inputTokens, outputTokens }: EstimateRecord,
  budget: RunEvent['budget'] = {},
): string {
  const tokens = `roughly ${grouped(inputTokens)} tokens in and at most ${grouped(outputTokens)} out`;
  const limits = [
    budget.requests === undefined ? [] : inWords(budget.requests, 'request'),
    budget.tokens === undefined ? [] : inWords(budget.tokens, 'token'),
  ].flat();
  const most = limits.length === 0 ? '' : `; the run stops at ${limits.join(' or ')}`;
  return `${inWords(requests, 'request')}, ${tokens}, retries aside${most}`;
}

function inWords(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Thousands apart, in every locale alike. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
