import type { Level } from '../../journal/index.js';
import { causeOf } from '../cause.js';
import type { RequirementRecord } from '../requirement-status.js';
import { counted } from '../wording.js';
import type { ClaimedProfile, ClaimedRequirement, ClaimResult } from './claim-schema.js';

const mostReasons = 3;

/** What can be claimed of the requirements of one profile. With doubts about the run, conformance can't. */
export function profileOf(name: string, records: readonly RequirementRecord[], inDoubt: boolean): ClaimedProfile {
  const promises = records.filter(({ requirement }) => requirement.level !== 'OBSERVE');
  const observations = records.filter(({ requirement }) => requirement.level === 'OBSERVE');
  const proved = promises.filter(({ status }) => status === 'proved');
  const failed = promises.filter(isViolated);
  const unmet = promises.filter(isUnmet);
  const observed = observations.filter(({ status }) => status === 'observed' || status === 'proved');
  const open = records.filter((record) => ![proved, failed, unmet, observed].some((group) => group.includes(record)));
  const partly = proved.filter(({ counters }) => counters.skipped > 0);
  const count = (group: readonly RequirementRecord[], level: Level) =>
    group.filter(({ requirement }) => requirement.level === level).length;
  const statistics = {
    must: { proved: count(proved, 'MUST'), violated: count(failed, 'MUST'), open: count(open, 'MUST') },
    should: {
      proved: count(proved, 'SHOULD'),
      'not-met': count(failed, 'SHOULD') + count(unmet, 'SHOULD'),
      open: count(open, 'SHOULD'),
    },
    observe: { observed: observed.length, open: count(open, 'OBSERVE') },
  };
  const whole = proved.length === promises.length && !inDoubt;
  return {
    profile: name,
    result: resultOf({ failed: failed.some(isMust), proved: proved.length, unmet: unmet.length, whole }),
    summary: summaryOf(statistics),
    statistics,
    proved: idsOf(proved),
    ...(partly.length === 0 ? {} : { 'skipped-in-part': partly.map(skippedInPart) }),
    ...listed('failed', failed.filter(isMust)),
    ...listed('not-met', [...failed.filter((record) => !isMust(record)), ...unmet]),
    ...listed('not-exercised', open),
    ...(observed.length === 0 ? {} : { observed: idsOf(observed) }),
  };
}

function isViolated({ status }: RequirementRecord): boolean {
  return status === 'violated';
}

function isUnmet({ status }: RequirementRecord): boolean {
  return status === 'warned';
}

function isMust({ requirement }: RequirementRecord): boolean {
  return requirement.level === 'MUST';
}

interface Found {
  readonly failed: boolean;
  readonly proved: number;
  readonly unmet: number;
  readonly whole: boolean;
}

function resultOf({ failed, proved, unmet, whole }: Found): ClaimResult {
  if (failed) return 'failed';
  // Nothing proved is never conformant, not even where there is nothing to prove.
  if (proved === 0) return unmet > 0 ? 'partial' : 'untested';
  return whole ? 'conformant' : 'partial';
}

/** `9 of 10 MUST and 34 of 35 SHOULD requirements proved; 1 MUST violated; 1 not exercised` */
function summaryOf({ must, should }: ClaimedProfile['statistics']): string {
  const musts = must.proved + must.violated + must.open;
  const shoulds = should.proved + should['not-met'] + should.open;
  const proved = [
    ...(musts === 0 ? [] : [`${must.proved} of ${musts} MUST`]),
    ...(shoulds === 0 ? [] : [`${should.proved} of ${shoulds} SHOULD`]),
  ].join(' and ');
  const open = must.open + should.open;
  const parts = [
    proved === '' ? 'no MUST and no SHOULD requirement' : `${proved} requirements proved`,
    ...(must.violated === 0 ? [] : [`${must.violated} MUST violated`]),
    ...(should['not-met'] === 0 ? [] : [`${should['not-met']} SHOULD not met`]),
    ...(open === 0 ? [] : [`${open} not exercised`]),
  ];
  return `${parts.join('; ')}.`;
}

function idsOf(records: readonly RequirementRecord[]): string[] {
  return records.map(({ requirement }) => requirement.id);
}

function listed<Key extends string>(key: Key, records: readonly RequirementRecord[]) {
  return (records.length === 0 ? {} : { [key]: records.map(claimed) }) as {
    readonly [K in Key]?: ClaimedRequirement[];
  };
}

function claimed(record: RequirementRecord): ClaimedRequirement {
  const { id, level } = record.requirement;
  return { id, level, because: becauseOf(record) };
}

function skippedInPart(record: RequirementRecord) {
  const { requirement, counters, instances } = record;
  const skipped = instances.filter(({ verdict }) => verdict === 'skipped');
  return { id: requirement.id, skipped: counters.skipped, of: instances.length, because: reasonsOf(skipped) };
}

function becauseOf({ instances }: RequirementRecord): string[] {
  if (instances.length === 0) return ['no instance of the run verifies it'];
  return reasonsOf(instances.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'observed'));
}

function reasonsOf(instances: RequirementRecord['instances']): string[] {
  const reasons = [...new Set(instances.map((instance) => causeOf(instance)?.message ?? instance.verdict))];
  const more = reasons.length - mostReasons;
  return more > 0 ? [...reasons.slice(0, mostReasons), `and ${counted(more, 'more reason')}`] : reasons;
}
