import { type Acceptance, defaultFailOn, overlapsIn } from '../acceptance/index.js';
import { readBaseline, readKnownFailures } from '../acceptance/loading.js';
import { ok, type Problem, type Result } from '../problem/index.js';
import type { GateFlags } from './options/gate-options.js';

/** Reads what the user wants a run to be held against: all that is wrong with it, before anything is sent. */
export function openAcceptance({ baseline, knownFailures, failOn = defaultFailOn }: GateFlags): Result<Acceptance> {
  const accepted = baseline === undefined ? undefined : readBaseline(baseline);
  const known = knownFailures === undefined ? undefined : readKnownFailures(knownFailures);
  const problems = [accepted, known].flatMap((result) => (result === undefined || result.ok ? [] : result.problems));
  if (problems.length > 0) return { ok: false, problems };
  return ok({
    ...(accepted?.ok ? { baseline: accepted.value } : {}),
    ...(known?.ok ? { knownFailures: known.value } : {}),
    failOn,
  });
}

/** What shows only beside the instances that there are, selected or not. */
export function problemsOf(
  { knownFailures = [] }: Acceptance,
  instances: readonly { readonly id: string }[],
  unselected: readonly string[] = [],
): readonly Problem[] {
  if (knownFailures.length === 0) return [];
  return overlapsIn(knownFailures, [...instances.map(({ id }) => id), ...unselected]);
}
