import type { Level } from '../spec/index.js';
import type { Finding } from './finding.js';

/**
 * What became of an instance.
 * passed: proved. failed: a MUST does not hold. warned: a SHOULD does not hold. observed: characterised, nothing to hold.
 * skipped: not tried, for a stated reason. inconclusive: tried, but the quota or the propagation prevented an answer.
 * error: the harness or the network failed, not the gateway.
 */
export type Verdict = 'passed' | 'failed' | 'warned' | 'observed' | 'skipped' | 'inconclusive' | 'error';

export const verdicts: readonly Verdict[] = [
  'passed',
  'failed',
  'warned',
  'observed',
  'skipped',
  'inconclusive',
  'error',
];

/** Without a finding nothing was evaluated, which is the harness's own failure and never a pass. */
export function verdictOf(level: Level, findings: readonly Finding[]): Verdict {
  if (findings.length === 0) return 'error';
  if (level === 'OBSERVE') return 'observed';
  if (findings.every(({ holds }) => holds)) return 'passed';
  return level === 'MUST' ? 'failed' : 'warned';
}
