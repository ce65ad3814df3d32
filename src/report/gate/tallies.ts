import type { FailOn, KnownFailureEntry } from '../../acceptance/index.js';
import type { InstanceRecord, Journal } from '../../journal/index.js';
import type { RequirementRecord } from '../requirement-status.js';
import { visibleLine } from '../visible.js';
import { counted, listed } from '../wording.js';
import { lostOf } from './lost.js';
import type { RunStanding } from './run-standing.js';

/** Something that was found, which a user may let the gate fail on, in words that go on after `The gate fails: `. */
export interface Tally {
  readonly kind: FailOn;
  readonly words: string;
}

interface Found {
  readonly journal: Journal;
  readonly requirements: readonly RequirementRecord[];
  readonly standing: RunStanding;
}

const mostIds = 3;

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

function newFailures({ journal: { instances }, requirements, standing: { acceptance, standings } }: Found): string[] {
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

function expired({ standing: { knownFailures } }: Found): string[] {
  const { expired: entries } = knownFailures;
  if (entries.length === 0) return [];
  return [
    `${counted(entries.length, 'known failure')} expired (${entriesInWords(entries, ({ expires }) => `on ${expires}`)})`,
  ];
}

function lost({ standing, requirements: records }: Found): string[] {
  const { instances, requirements, unobserved } = lostOf(standing, records);
  const within = `${counted(instances.length, 'instance')}`;
  return [
    ...(requirements.length === 0
      ? []
      : [`${counted(requirements.length, 'requirement')} no longer proved (${listed(requirements)}) in ${within}`]),
    ...(requirements.length > 0 || instances.length === 0 ? [] : [`${within} no longer passing (${idsIn(instances)})`]),
    ...(unobserved.length === 0
      ? []
      : [`${counted(unobserved.length, 'behaviour')} no longer observed (${idsIn(unobserved)})`]),
  ];
}

function drift({ standing: { standings } }: Found): string[] {
  const drifted = [...standings].flatMap(([id, standing]) => (standing.kind === 'drifted' ? [id] : []));
  if (drifted.length === 0) return [];
  return [`${counted(drifted.length, 'observed behaviour')} drifted (${idsIn(drifted)})`];
}

function stale({ standing: { knownFailures } }: Found): string[] {
  const { stale: holding, matchingNothing } = knownFailures;
  const entries = [...holding, ...matchingNothing];
  if (entries.length === 0) return [];
  const why = (entry: KnownFailureEntry) => (holding.includes(entry) ? 'holds' : 'matches nothing');
  return [`${counted(entries.length, 'stale known failure')} (${entriesInWords(entries, why)})`];
}

function accepted({ journal: { instances }, requirements, standing: { standings } }: Found): string[] {
  const known = instances.filter(({ id }) => standings.get(id)?.kind === 'known-failure');
  const failed = known.filter(({ verdict }) => verdict === 'failed');
  const unmet = known.filter(({ verdict }) => verdict === 'warned');
  const verb = (count: number) => (count === 1 ? 'is' : 'are');
  const about = (touching: readonly InstanceRecord[]) => {
    const touched = new Set(touching.flatMap((instance) => instance.requirements));
    return requirements.map(({ requirement }) => requirement.id).filter((id) => touched.has(id));
  };
  const violated = about(failed);
  const stays = violated.length === 1 ? 'stays' : 'stay';
  return [
    ...(failed.length === 0
      ? []
      : [
          `${counted(failed.length, 'failure')} ${verb(failed.length)} accepted for now, and ${listed(violated)} ${stays} violated`,
        ]),
    ...(unmet.length === 0
      ? []
      : [
          `that a SHOULD is not met is accepted for now in ${counted(unmet.length, 'instance')} (${listed(about(unmet))})`,
        ]),
  ];
}

function fixed({ standing: { overlap } }: Found): string[] {
  const ids = overlap?.fixed ?? [];
  if (ids.length === 0) return [];
  const [holds, comes] = ids.length === 1 ? ['holds', 'it comes'] : ['hold', 'they come'];
  return [
    `${counted(ids.length, 'failure')} of the baseline ${holds} now (${idsIn(ids)}), and nobody notices when ${comes} back until the baseline is written again`,
  ];
}

function warnings({ journal: { instances }, requirements, standing: { standings } }: Found): string[] {
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

/** A few by their ids, many by their cases: the sentence is to be read, and the reports have the rest. */
function idsIn(ids: readonly string[]): string {
  const names = ids.length > mostIds ? ids.map((id) => id.replace(/\[.*$/s, '')) : ids;
  return listed([...new Set(names)].sort().map(visibleLine), mostIds);
}

function entriesInWords(entries: readonly KnownFailureEntry[], say: (entry: KnownFailureEntry) => string): string {
  return listed(
    entries.map((entry) => visibleLine(`${entry.instance} ${say(entry)}`)),
    mostIds,
  );
}
