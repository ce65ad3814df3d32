/** What requests cost, or may cost. */
export interface Cost {
  readonly requests: number;
  /** Tokens that are sent, by a rule of thumb. */
  readonly inputTokens: number;
  /** Tokens that are answered with, at most. */
  readonly outputTokens: number;
}

const noCost: Cost = { requests: 0, inputTokens: 0, outputTokens: 0 };

export function addCosts(costs: readonly Cost[]): Cost {
  return costs.reduce(
    (sum, cost) => ({
      requests: sum.requests + cost.requests,
      inputTokens: sum.inputTokens + cost.inputTokens,
      outputTokens: sum.outputTokens + cost.outputTokens,
    }),
    noCost,
  );
}

export function timesCost({ requests, inputTokens, outputTokens }: Cost, times: number): Cost {
  return { requests: requests * times, inputTokens: inputTokens * times, outputTokens: outputTokens * times };
}
