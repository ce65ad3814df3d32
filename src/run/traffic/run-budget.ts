import type { Reason } from '../../journal/index.js';
import type { Cost } from '../../plan/index.js';

/** What a run may spend in all; what is left out is not limited. */
export interface Budget {
  readonly requests?: number;
  readonly tokens?: number;
}

/** What one instance may spend of it. */
export interface Share {
  /** Takes one request with so many tokens; or the reason for which it may not be sent. */
  take(tokens: number, mustSend: boolean): Reason | undefined;
  /** Some of the tokens that were taken turned out not to be spent, or more than those. */
  correct(tokens: number): void;
  /** The instance has ended: what it did not use is free for others. */
  close(): void;
}

export interface RunBudget {
  /** Room for an instance, or the reason why there is none. Once there is none, nothing more is begun. */
  open(estimate: () => Cost): Share | Reason;
}

interface Spent {
  requests: number;
  tokens: number;
}

/** Counts what a run spends. An instance is only begun when it can be expected to be brought to its end. */
export function createRunBudget({ requests, tokens }: Budget): RunBudget {
  const limited = requests !== undefined || tokens !== undefined;
  const most = { requests: requests ?? Number.POSITIVE_INFINITY, tokens: tokens ?? Number.POSITIVE_INFINITY };
  const spent: Spent = { requests: 0, tokens: 0 };
  /** What instances that are under way have not spent yet, and may. */
  const promised = new Set<Spent>();
  let over: Reason | undefined;

  const tooMuch = (more: Spent): Reason | undefined => {
    if (spent.requests + more.requests > most.requests) return reached('requests', most.requests);
    return spent.tokens + more.tokens > most.tokens ? reached('tokens', most.tokens) : undefined;
  };
  const share = (rest: Spent): Share => ({
    take(amount, mustSend) {
      const reason = mustSend ? undefined : tooMuch({ requests: 1, tokens: amount });
      if (reason !== undefined) return reason;
      spent.requests += 1;
      spent.tokens += amount;
      rest.requests = Math.max(0, rest.requests - 1);
      rest.tokens = Math.max(0, rest.tokens - amount);
      return undefined;
    },
    correct(amount) {
      spent.tokens += amount;
    },
    close() {
      promised.delete(rest);
    },
  });

  return {
    open(estimate) {
      // What nobody counts need not be estimated either.
      if (!limited) return unlimited;
      if (over !== undefined) return over;
      const cost = estimate();
      const rest = { requests: cost.requests, tokens: cost.inputTokens + cost.outputTokens };
      over = tooMuch(sum([rest, ...promised]));
      if (over !== undefined) return over;
      promised.add(rest);
      return share(rest);
    },
  };
}

/** For what counts towards no budget. */
export const unlimited: Share = { take: () => undefined, correct: () => {}, close: () => {} };

function sum(amounts: readonly Spent[]): Spent {
  return amounts.reduce((total, { requests, tokens }) => ({
    requests: total.requests + requests,
    tokens: total.tokens + tokens,
  }));
}

function reached(what: keyof Spent, most: number): Reason {
  return { code: `budget.${what}`, message: `the run may spend ${most} ${what} in all, and too few are left` };
}
