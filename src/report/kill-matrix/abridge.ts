import type { BreakRecord, KillMatrix } from './kill-matrix.js';

const mostCatches = 5;
const mostFindings = 2;
const mostUndecided = 5;

/**
 * What a page shows of a kill matrix: every fault and every instance that caught it, but what they found only of the
 * first few. A quarter of its size.
 */
export function abridged(matrix: KillMatrix): KillMatrix {
  return {
    ...matrix,
    faults: matrix.faults.map((fault) => ({ ...fault, breaks: fault.breaks.map(abridgedBreak) })),
  };
}

function abridgedBreak(broken: BreakRecord): BreakRecord {
  return {
    ...broken,
    catches: broken.catches.map((one, index) => ({
      ...one,
      findings: index < mostCatches ? one.findings.slice(0, mostFindings) : [],
    })),
    undecided: broken.undecided.slice(0, mostUndecided),
  };
}
