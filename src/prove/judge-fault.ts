import type { Fault, NeutralVariant } from '../mock/faults/index.js';
import type { BreakRecord, Catch, FaultRecord, VariantRecord } from '../report/index.js';
import type { Requirement } from '../spec/index.js';
import type { Shown } from './shown.js';
import type { TaskResult } from './task.js';

/** What instances show without any fault, by id. */
export type Baseline = ReadonlyMap<string, Shown>;

export function judgeFault(
  { id, sentence, seen, breaks }: Fault,
  { shown, broken }: TaskResult,
  baseline: Baseline,
  requirements: ReadonlyMap<string, Requirement>,
): FaultRecord {
  return {
    id,
    sentence,
    ...(seen === undefined ? {} : { seen }),
    breaks: breaks.map((requirement) =>
      breakOf(
        requirement,
        requirements,
        shown.filter((one) => one.requirements.includes(requirement)),
        baseline,
      ),
    ),
    ...(broken === undefined ? {} : { broken }),
  };
}

function breakOf(
  requirement: string,
  requirements: ReadonlyMap<string, Requirement>,
  shown: readonly Shown[],
  baseline: Baseline,
): BreakRecord {
  return {
    requirement,
    level: requirements.get(requirement)?.level ?? 'OBSERVE',
    tried: shown.length,
    catches: shown.flatMap((one) => catchOf(one, baseline.get(one.instance)) ?? []),
    undecided: shown
      .filter(({ verdict }) => verdict === 'error' || verdict === 'inconclusive')
      .map(({ instance, verdict, reason }) => ({ instance, reason: reason ?? verdict })),
  };
}

/** Only an instance that holds without the fault can speak against it. */
function catchOf(shown: Shown, before: Shown | undefined): Catch | undefined {
  const { instance, case: item, verdict, findings } = shown;
  if (before?.verdict === 'passed' && (verdict === 'failed' || verdict === 'warned')) {
    return { instance, case: item, by: verdict, findings };
  }
  if (before?.verdict === 'observed' && verdict === 'observed' && shown.observed !== before.observed) {
    const message = `observed ${shown.observed ?? 'nothing'} instead of ${before.observed ?? 'nothing'}`;
    return { instance, case: item, by: 'drifted', findings: [{ check: 'observed', message }] };
  }
  return undefined;
}

export function judgeVariant(
  { id, sentence, allowedBy }: NeutralVariant,
  { shown, broken }: TaskResult,
  baseline: Baseline,
): VariantRecord {
  const comparable = shown.filter(({ instance }) => baseline.get(instance)?.verdict === 'passed');
  return {
    id,
    sentence,
    allowedBy,
    tried: comparable.length,
    flagged: comparable
      .filter(({ verdict }) => verdict !== 'passed')
      .map(({ instance, verdict, findings, reason }) => ({
        instance,
        verdict,
        reason: reason ?? findings.map(({ message }) => message).join('; '),
      })),
    ...(broken === undefined ? {} : { broken }),
  };
}
