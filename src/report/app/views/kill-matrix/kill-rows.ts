import type { BreakRecord, FaultRecord, KillMatrix, RequirementProof } from '../../../kill-matrix/kill-matrix.js';

/** `lives`: at least one fault of it was caught by nothing; `no fault`: nothing shows that its cases can fail. */
export type KillStatus = 'proved' | 'lives' | 'no fault' | 'observed' | 'not exercised';

/** A requirement with the faults that are declared to break it. */
export interface KillRow {
  readonly requirement: RequirementProof;
  readonly status: KillStatus;
  readonly faults: readonly { readonly fault: FaultRecord; readonly broken: BreakRecord }[];
  /** In lower case, what a search looks through. */
  readonly searched: string;
}

export function killRowsOf({ requirements, faults }: Pick<KillMatrix, 'requirements' | 'faults'>): readonly KillRow[] {
  const byRequirement = new Map<string, { readonly fault: FaultRecord; readonly broken: BreakRecord }[]>();
  for (const fault of faults) {
    for (const broken of fault.breaks) {
      const known = byRequirement.get(broken.requirement);
      if (known === undefined) byRequirement.set(broken.requirement, [{ fault, broken }]);
      else known.push({ fault, broken });
    }
  }
  return requirements.map((requirement) => {
    const own = byRequirement.get(requirement.id) ?? [];
    const words = [
      requirement.id,
      requirement.statement,
      ...own.flatMap(({ fault, broken }) => [
        fault.id,
        fault.sentence,
        ...new Set(broken.catches.map((one) => one.case)),
      ]),
    ];
    return { requirement, status: statusOf(requirement, own), faults: own, searched: words.join('\n').toLowerCase() };
  });
}

function statusOf({ level, exercised }: RequirementProof, faults: KillRow['faults']): KillStatus {
  if (faults.some(({ fault, broken }) => fault.broken === undefined && broken.catches.length === 0)) return 'lives';
  if (faults.some(({ broken }) => broken.catches.length > 0)) return 'proved';
  if (!exercised) return 'not exercised';
  return level === 'OBSERVE' ? 'observed' : 'no fault';
}

export interface KillFilter {
  readonly text: string;
  readonly level: RequirementProof['level'] | 'all';
  readonly status: 'all' | 'proved' | 'open';
}

export const everything: KillFilter = { text: '', level: 'all', status: 'all' };

/** Each word of the text has to be somewhere in a row. `open`: a fault of it lives, or it has none. */
export function filtered(rows: readonly KillRow[], { text, level, status }: KillFilter): readonly KillRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      (level === 'all' || row.requirement.level === level) &&
      (status === 'all' || (status === 'proved' ? row.status === 'proved' : isOpen(row.status))) &&
      words.every((word) => row.searched.includes(word)),
  );
}

function isOpen(status: KillStatus): boolean {
  return status === 'lives' || status === 'no fault';
}

/** The strongest way in which a fault was caught; undefined when it lives. */
export function strongestCatch({ catches }: BreakRecord): 'failed' | 'warned' | 'drifted' | undefined {
  return (['failed', 'warned', 'drifted'] as const).find((by) => catches.some((one) => one.by === by));
}
