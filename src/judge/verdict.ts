/**
 * What became of an instance.
 * passed: proved. failed: a MUST does not hold. warned: a SHOULD does not hold. observed: characterised, nothing to hold.
 * skipped: not tried, for a stated reason. inconclusive: tried, but the quota or the propagation prevented an answer.
 * error: the harness or the network failed, not the gateway.
 */
export type Verdict = 'passed' | 'failed' | 'warned' | 'observed' | 'skipped' | 'inconclusive' | 'error';

export const verdicts: readonly Verdict[] = ['passed', 'failed', 'warned', 'observed', 'skipped', 'inconclusive', 'error'];
