import type { Expectation, Step } from '../spec/index.js';

/** Whether an expectation names 429. A class such as `4xx` doesn't: it must not be met by a quota that happens to be used up. */
export function expectsQuota({ checks }: Expectation): boolean {
  const statuses = Object.entries(checks).flatMap(([name, check]) =>
    name === 'status' ? [check] : [(check as { readonly status?: unknown } | undefined)?.status],
  );
  return statuses.flat().includes(429);
}

/**
 * Whether 429 may be the answer that a step is about; then nothing is waited away, and the answer is judged. So it is
 * from the step on that expects 429: what a quota that is used up does to others, and when it is free again, is what
 * the case asks. An observation cannot name a status, so it is about quota wherever one of its case does: anywhere else a
 * saturated quota would be recorded as the gateway's behaviour, and the record would drift with the load.
 */
export function isAboutQuota(step: Step, steps: readonly Step[]): boolean {
  const asked = step.expectations.length > 0 ? steps.slice(0, steps.indexOf(step) + 1) : steps;
  return asked.some(({ expectations }) => expectations.some(expectsQuota));
}
