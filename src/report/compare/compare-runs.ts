import type { ComparedInstance, ComparedRun } from './compared-run.js';
import { type Change, type Comparison, changeKinds, type Outcome, type RunFacts } from './comparison.js';
import { driftsBetween, isAnswered, kindOf } from './kind-of.js';
import { paceOf, type TimedPair } from './pace.js';

/** What differs of a candidate from the reference that it is held against. Neither has to be of the same suite or specs. */
export function compareRuns(reference: ComparedRun, candidate: ComparedRun, of: Comparison['of'] = 'runs'): Comparison {
  const earlier = new Map(reference.instances.map((instance) => [instance.id, instance]));
  const later = new Set(candidate.instances.map(({ id }) => id));
  const changes: Change[] = [];
  const timed: TimedPair[] = [];
  const counts = { alike: 0, open: 0, answered: 0 };
  const see = (was: ComparedInstance | undefined, is: ComparedInstance | undefined) => {
    const kind = kindOf(was, is);
    if (kind === 'alike' || kind === 'open') counts[kind] += 1;
    else changes.push(changeOf(kind, was, is));
    if (was === undefined || is === undefined || !isAnswered(was) || !isAnswered(is)) return;
    counts.answered += 1;
    if (was.tookMs !== undefined && is.tookMs !== undefined)
      timed.push({ id: is.id, wasMs: was.tookMs, isMs: is.tookMs });
  };
  for (const instance of candidate.instances) see(earlier.get(instance.id), instance);
  for (const instance of reference.instances) if (!later.has(instance.id)) see(instance, undefined);
  const rank = new Map(changeKinds.map((kind, index) => [kind, index]));
  return {
    of,
    reference: factsOf(reference),
    candidate: factsOf(candidate),
    changes: changes.sort((one, other) => (rank.get(one.kind) ?? 0) - (rank.get(other.kind) ?? 0)),
    ...paceOf(timed),
    answeredInBoth: counts.answered,
    alike: counts.alike,
    openInBoth: counts.open,
  };
}

function changeOf(kind: Change['kind'], was?: ComparedInstance, is?: ComparedInstance): Change {
  const { id, title, level, requirements } = (is ?? was) as ComparedInstance;
  return {
    kind,
    id,
    title,
    level,
    requirements,
    ...(was === undefined ? {} : { was: outcomeOf(was) }),
    ...(is === undefined ? {} : { is: outcomeOf(is) }),
    drifts: kind === 'drifted' && was !== undefined && is !== undefined ? driftsBetween(was, is) : [],
  };
}

function outcomeOf({ verdict, cause }: ComparedInstance): Outcome {
  return { verdict, ...(cause === undefined ? {} : { cause }) };
}

function factsOf({ instances, ...facts }: ComparedRun): RunFacts {
  return { ...facts, count: instances.length };
}
