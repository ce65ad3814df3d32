import type { Journal } from '../../journal/index.js';
import { grouped } from '../grouped.js';
import { requirementRecords } from '../requirement-status.js';
import { visibleLine } from '../visible.js';
import { counted, listed } from '../wording.js';
import type { Claim, ClaimedProfile, ClaimResult } from './claim-schema.js';
import { doubtsOf } from './doubts.js';
import { profileOf } from './profile-of.js';

/** What may be claimed on the ground of a run, profile by profile. Known failures are failures here. */
export function claimOf(journal: Journal): Claim {
  const { run } = journal;
  const doubts = doubtsOf(journal);
  const records = grouped(requirementRecords(journal), ({ requirement }) => requirement.profile);
  const names = [...records.keys()].sort();
  const profiles = names.map((name) => profileOf(name, records.get(name) ?? [], doubts.length > 0));
  return {
    claim: 1,
    result: resultOf(profiles),
    summary: summaryOf(profiles, doubts),
    ...(doubts.length === 0 ? {} : { doubts: [...doubts] }),
    date: run.startedAt,
    suite: run.suite,
    specs: run.specsDigest,
    tool: { name: run.tool.name, version: run.tool.version },
    target: targetOf(run.target),
    profiles,
  };
}

function resultOf(profiles: readonly ClaimedProfile[]): ClaimResult {
  const has = (wanted: ClaimResult) => profiles.some(({ result }) => result === wanted);
  if (has('failed')) return 'failed';
  if (!has('conformant') && !has('partial')) return 'untested';
  return has('partial') || has('untested') ? 'partial' : 'conformant';
}

const order: readonly ClaimResult[] = ['conformant', 'partial', 'failed', 'untested'];

/** `Of 16 profiles 9 are conformant, 6 partial and 1 failed (core).` */
function summaryOf(profiles: readonly ClaimedProfile[], doubts: readonly string[]): string {
  const parts = order.flatMap((wanted) => {
    const names = profiles.filter(({ result }) => result === wanted).map(({ profile }) => profile);
    if (names.length === 0) return [];
    const named = wanted === 'failed' ? ` (${listed(names.map(visibleLine))})` : '';
    return [`${names.length} ${wanted}${named}`];
  });
  const doubt = doubts.length === 0 ? '' : ' The run itself is in doubt, so that none can be conformant.';
  return `Of ${counted(profiles.length, 'profile')}: ${listed(parts)}.${doubt}`;
}

function targetOf({ name, accountUrl, workspaces, models, features }: Journal['run']['target']): Claim['target'] {
  return {
    name,
    ...(accountUrl === undefined ? {} : { 'account-url': accountUrl }),
    workspaces: Object.fromEntries(
      Object.entries(workspaces).map(([role, { url, id }]) => [role, { url, ...(id === undefined ? {} : { id }) }]),
    ),
    models: Object.fromEntries(Object.entries(models).map(([role, { fqn }]) => [role, fqn])),
    features: [...features],
  };
}
