import type { InstanceRecord, Journal, Requirement } from '../journal/index.js';
import { type Counters, countVerdicts } from './counters.js';
import type { RequirementStatus } from './requirement-statuses.js';

export interface RequirementRecord {
  readonly requirement: Requirement;
  readonly status: RequirementStatus;
  readonly counters: Counters;
  readonly instances: readonly InstanceRecord[];
  /** The suite promises to prove it. */
  readonly promised: boolean;
}

/** The whole catalogue of the run, in its order, with what became of each requirement. */
export function requirementRecords(journal: Journal): readonly RequirementRecord[] {
  const { requirements, proves } = journal.run;
  const verifying = new Map<string, InstanceRecord[]>();
  for (const { id } of requirements) verifying.set(id, []);
  for (const id of proves) if (!verifying.has(id)) verifying.set(id, []);
  for (const instance of journal.instances) {
    for (const id of instance.requirements) {
      const instances = verifying.get(id);
      if (instances === undefined) verifying.set(id, [instance]);
      else instances.push(instance);
    }
  }
  const catalogue = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  return [...verifying].map(([id, instances]) => {
    const counters = countVerdicts(instances);
    const requirement = catalogue.get(id) ?? unknownRequirement(id);
    return { requirement, status: statusOf(counters), counters, instances, promised: proves.includes(id) };
  });
}

function statusOf(counters: Counters): RequirementStatus {
  if (counters.failed > 0) return 'violated';
  if (counters.warned > 0) return 'warned';
  if (counters.error + counters.inconclusive > 0) return 'inconclusive';
  if (counters.passed > 0) return 'proved';
  if (counters.observed > 0) return 'observed';
  return counters.skipped > 0 ? 'skipped' : 'not exercised';
}

/** A suite or a case names an id that the catalogue lacks. It is shown and weighs as a MUST, lest a slip of the pen hides it. */
function unknownRequirement(id: string): Requirement {
  return {
    id,
    level: 'MUST',
    statement: 'The catalogue of this run has no requirement of this name.',
    source: { kind: 'observed', address: '' },
    profile: '',
    area: 'unknown',
  };
}
