import type { Comparison, Slowdown } from './comparison.js';

/** How long one instance took in each run, in milliseconds without waits. */
export type TimedPair = Slowdown;

const leastRatio = 2;
const leastDifferenceMs = 500;
const leastPairs = 10;
/** What a typical instance must have gained or lost for the whole to be called slower or faster. */
const leastPaceMs = 100;
/** The median absolute deviation of a normal distribution is so many times smaller than its standard deviation. */
const deviationsPerMedianDeviation = 1.4826;
const mostDeviations = 3;

/** The rule of `paceOf`, for whoever reads its result. */
export const slowerInWords =
  'More than twice as long and at least half a second longer, waits left out, and further from what the other ' +
  'instances did than three times their usual spread. Each was measured once: a hint, no verdict.';

/**
 * What took far longer, and how the whole compares. A run on a slow day is slower in everything: with enough pairs, only
 * what stands out of the others is named. Logarithms, since times spread by factors; medians, since a few may stand out.
 */
export function paceOf(pairs: readonly TimedPair[]): Pick<Comparison, 'slower' | 'pace'> {
  const changes = pairs.map(({ wasMs, isMs }) => Math.log(Math.max(isMs, 1) / Math.max(wasMs, 1)));
  const enough = pairs.length >= leastPairs;
  const usual = enough ? median(changes) : 0;
  const spread = enough ? deviationsPerMedianDeviation * median(changes.map((change) => Math.abs(change - usual))) : 0;
  const slower = pairs
    .filter(({ wasMs, isMs }, index) => {
      const standsOut = (changes[index] ?? 0) > usual + mostDeviations * spread;
      return isMs > leastRatio * wasMs && isMs - wasMs >= leastDifferenceMs && (!enough || standsOut);
    })
    .sort((one, other) => other.isMs - other.wasMs - (one.isMs - one.wasMs));
  const matters = enough && Math.abs(median(pairs.map(({ wasMs, isMs }) => isMs - wasMs))) >= leastPaceMs;
  return { slower, ...(matters ? { pace: Math.exp(usual) } : {}) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}
