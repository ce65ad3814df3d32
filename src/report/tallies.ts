import type { FailOn, KnownFailureEntry } from '../acceptance/index.js';
import type { InstanceRecord, Journal } from '../journal/index.js';
import type { Comparison } from './comparison.js';
import { lostOf } from './lost.js';
import type { RequirementRecord } from './requirement-status.js';
import { visibleLine } from './visible.js';
import { counted, listed } from './wording.js';

/** Something that was found, which a user may let the gate fail on, in words that go on after `The gate fails: `. */
export interface Tally {
  readonly kind: FailOn;
  readonly words: string;
}

interface Found {
  readonly journal: Journal;
  readonly requirements: readonly RequirementRecord[];
  readonly comparison: Comparison;
}

const most = 6;

/** What was found of each kind, the weightiest first; nothing of a kind that was not. */
export function talliesOf(found: Found): readonly Tally[] {
  const tellers: Readonly<Record<FailOn, (found: Found) => readonly string[]>> = {
    'new-failures': newFailures,
    expired,
    lost,
    drift,
    stale,
    'known-failures': accepted,
    fixed,
    warnings,
    inconclusive,
    flaky,
  };
  return Object.entries(tellers).flatMap(([kind, tell]) =>
    tell(found).map((words) => ({ kind: kind as FailOn, words })),
  );
}

function newFailures({ journal: { instances }, requirements, comparison: { acceptance, standings } }: Found): string[] {
  const failed = instances.filter(
    ({ id, verdict }) => verdict === 'failed' && [undefined, 'new-failure'].includes(standings.get(id)?.kind),
  );
  if (failed.length === 0) return [];
  const touched = new Set(failed.flatMap((instance) => instance.requirements));
  const violated = requirements.filter(
    ({ requirement, status }) => status === 'violated' && touched.has(requirement.id),
  );
  const ids = listed(violated.map(({ requirement }) => requirement.id));
  if (acceptance.baseline !== undefined || acceptance.knownFailures !== undefined)
    return [`${counted(failed.length, 'new failure')} (${ids})`];
  const noun = violated.every(({ requirement }) => requirement.level === 'MUST') ? 'MUST requirement' : 'requirement';
  const verb = violated.length === 1 ? 'is' : 'are';
  return [`${counted(violated.length, noun)} ${verb} violated (${ids}) in ${counted(failed.length, 'instance')}`];
}

function expired({ comparison: { knownFailures } }: Found): string[] {
  const { expired: entries } = knownFailures;
  if (entries.length === 0) return [];
  return [`${counted(entries.length, 'known failure')} expired (${entriesInWords(entries, ({ expires }) => expires)})`];
}

function lost({ comparison, requirements: records }: Found): string[] {
  const { instances, requirements, unobserved } = lostOf(comparison, records);
  const within = `${counted(instances.length, 'instance')}`;
  return [
    ...(requirements.length === 0
      ? []
      : [`${counted(requirements.length, 'requirement')} no longer proved (${listed(requirements)}) in ${within}`]),
    ...(requirements.length > 0 || instances.length === 0 ? [] : [`${within} no longer proved (${idsIn(instances)})`]),
    ...(unobserved.length === 0
      ? []
      : [`${counted(unobserved.length, 'behaviour')} no longer observed (${idsIn(unobserved)})`]),
  ];
}

function drift({ comparison: { standings } }: Found): string[] {
  const drifted = [...standings].flatMap(([id, standing]) =>
    standing.kind === 'drifted' ? [`${id}: ${listed(standing.drifts.map(({ aspect }) => aspect))}`] : [],
  );
  if (drifted.length === 0) return [];
  return [`${counted(drifted.length, 'observed behaviour')} drifted (${idsIn(drifted)})`];
}

function stale({ comparison: { knownFailures } }: Found): string[] {
  const { stale: holding, matchingNothing } = knownFailures;
  const entries = [...holding, ...matchingNothing];
  if (entries.length === 0) return [];
  const why = (entry: KnownFailureEntry) => (holding.includes(entry) ? 'holds' : 'matches nothing');
  return [`${counted(entries.length, 'stale known failure')} (${entriesInWords(entries, why)})`];
}

function accepted({ journal: { instances }, requirements, comparison: { standings } }: Found): string[] {
  const known = instances.filter(({ id }) => standings.get(id)?.kind === 'known-failure');
  if (known.length === 0) return [];
  const touched = new Set(known.flatMap((instance) => instance.requirements));
  const ids = requirements.map(({ requirement }) => requirement.id).filter((id) => touched.has(id));
  const verb = known.length === 1 ? 'is' : 'are';
  return [`${counted(known.length, 'failure')} ${verb} accepted for now, and ${listed(ids)} violated all the same`];
}

function fixed({ comparison: { overlap } }: Found): string[] {
  const ids = overlap?.fixed ?? [];
  if (ids.length === 0) return [];
  const verb = ids.length === 1 ? 'holds' : 'hold';
  return [`${counted(ids.length, 'failure')} of the baseline ${verb} now (${idsIn(ids)})`];
}

function warnings({ journal: { instances }, requirements, comparison: { standings } }: Found): string[] {
  const warned = instances.filter(
    ({ id, verdict }) => verdict === 'warned' && standings.get(id)?.kind !== 'known-failure',
  );
  if (warned.length === 0) return [];
  const ids = requirements.filter(({ status }) => status === 'warned').map(({ requirement }) => requirement.id);
  return [`a SHOULD is not met in ${counted(warned.length, 'instance')}${ids.length === 0 ? '' : ` (${listed(ids)})`}`];
}

function inconclusive({ journal: { instances } }: Found): string[] {
  const ids = instances.filter(({ verdict }) => verdict === 'inconclusive').map(({ id }) => id);
  return ids.length === 0 ? [] : [`${counted(ids.length, 'instance')} stayed without an answer (${idsIn(ids)})`];
}

function flaky({ journal: { instances } }: Found): string[] {
  const count = instances.filter((instance: InstanceRecord) => instance.flaky).length;
  return count === 0 ? [] : [`${counted(count, 'instance')} passed only after a retry`];
}

function idsIn(ids: readonly string[]): string {
  return listed(ids.map(visibleLine), most);
}

function entriesInWords(
  entries: readonly KnownFailureEntry[],
  say: (entry: KnownFailureEntry) => string | undefined,
): string {
  return idsIn(entries.map((entry) => `${entry.instance}: ${say(entry) ?? ''}`));
}
