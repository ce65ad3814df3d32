import type { Reason } from '../../journal/index.js';
import { atOnceWithin } from '../../plan/index.js';
import type { TargetLimits } from '../../target/index.js';
import type { Admission, Entry, RetryClock } from '../../wire/index.js';
import { createBucket } from './bucket.js';
import { createCoolDowns } from './cool-downs.js';
import { type Budget, createRunBudget, type RunBudget, type Share } from './run-budget.js';

/** A request that wants to be sent. */
export interface Traveller {
  /** Which quota it draws on. */
  readonly quota: string;
  /** How many tokens it may cost: sent, and asked for. */
  readonly tokens: number;
  /** Whether it waits for a quota that is used up; what is about quota goes on. */
  readonly waits: boolean;
  /** It is sent whatever the limits say, as clean-up is. */
  readonly mustSend: boolean;
  readonly share: Share;
}

export interface RequestAdmission extends Admission {
  /** Why it was not sent, when it was not. */
  refusal(): Reason | undefined;
  /** The answer says what it cost. */
  settle(tokens: number): void;
}

/** What the requests of a run have to know of each other: quotas that are used up, the target's limits, the run's budget. */
export interface Traffic {
  readonly budget: RunBudget;
  /** Whether anything depends on what answers cost. */
  readonly countsTokens: boolean;
  admit(traveller: Traveller): RequestAdmission;
}

export function createTraffic(limits: TargetLimits, budget: Budget, clock: RetryClock): Traffic {
  const coolDowns = createCoolDowns(clock);
  const { requestsPerSecond, tokensPerMinute } = limits;
  const now = () => clock.now();
  const requests =
    requestsPerSecond === undefined ? undefined : createBucket(atOnceWithin(requestsPerSecond), requestsPerSecond, now);
  const tokens = tokensPerMinute === undefined ? undefined : createBucket(tokensPerMinute, tokensPerMinute / 60, now);

  const coolDown = async ({ quota, mustSend }: Traveller, patienceMs: number, signal?: AbortSignal) => {
    let waited = 0;
    for (;;) {
      const rest = coolDowns.remaining(quota);
      if (rest === 0) return { waited };
      // Those who wait for the same end must not come back together.
      const wait = rest * (1 + clock.random() / 4);
      if (waited + rest > patienceMs) return { waited, saturatedForMs: mustSend ? 0 : rest };
      const began = clock.now();
      const over = await interrupted(clock.sleep(Math.min(wait, patienceMs - waited), signal));
      waited += clock.now() - began;
      if (over) return { waited };
    }
  };
  const keepPace = async (amount: number, signal?: AbortSignal) => {
    const wait = Math.max(requests?.take(1) ?? 0, tokens?.take(amount) ?? 0);
    if (wait > 0) await interrupted(clock.sleep(wait, signal));
    return wait;
  };
  const loseTurn = (amount: number) => {
    requests?.giveBack(1);
    tokens?.giveBack(amount);
  };

  return {
    budget: createRunBudget(budget),
    countsTokens: tokensPerMinute !== undefined || budget.tokens !== undefined,
    admit(traveller) {
      const { quota, waits, mustSend, share } = traveller;
      let refusal: Reason | undefined;
      let sentAt = 0;
      const settle = (spent: number) => {
        share.correct(spent - traveller.tokens);
        tokens?.giveBack(traveller.tokens - spent);
      };
      return {
        settle,
        refusal: () => refusal,
        async enter(patienceMs, signal): Promise<Entry> {
          let held = 0;
          let pace = 0;
          for (;;) {
            if (waits) {
              const { waited, saturatedForMs = 0 } = await coolDown(traveller, patienceMs - held, signal);
              held += waited;
              if (saturatedForMs > 0) refusal = saturated(saturatedForMs);
              if (refusal !== undefined) return { admitted: false };
            }
            pace += await keepPace(traveller.tokens, signal);
            // The quota may have been used up while it waited for its turn.
            if (!waits || mustSend || signal?.aborted === true || coolDowns.remaining(quota) === 0) break;
            loseTurn(traveller.tokens);
          }
          refusal = share.take(traveller.tokens, mustSend);
          if (refusal !== undefined) return { admitted: false };
          sentAt = clock.now();
          return { admitted: true, waits: { ...(held > 0 && { quota: held }), ...(pace > 0 && { pace }) } };
        },
        leave(exchange) {
          coolDowns.note(quota, exchange, sentAt);
          // What is refused costs nothing.
          if ((exchange.response?.status ?? 0) >= 400) settle(0);
        },
      };
    },
  };
}

function saturated(milliseconds: number): Reason {
  const seconds = Math.ceil(milliseconds / 1000);
  return {
    code: 'quota.saturated',
    message: `the gateway answered 429, and the wait of ${seconds} s that follows is longer than the time for waiting`,
  };
}

/** An interruption ends a wait by rejecting it; whatever is sent then ends at once, and says so. */
async function interrupted(wait: Promise<void>): Promise<boolean> {
  return wait.then(
    () => false,
    () => true,
  );
}
