import { counted } from '../wording.js';
import { type FaultRecord, type KillMatrix, survivors, unproved, type VariantRecord } from './kill-matrix.js';

/** What proving came to, and what speaks against it. */
export interface Proof {
  readonly holds: boolean;
  readonly sentence: string;
  readonly untried: readonly (FaultRecord | VariantRecord)[];
  readonly living: readonly FaultRecord[];
  readonly flagged: readonly VariantRecord[];
  readonly unproved: KillMatrix['requirements'];
  readonly idleCases: KillMatrix['idleCases'];
}

export function proofOf(matrix: KillMatrix): Proof {
  const { faults, variants, partial } = matrix;
  const untried = [...faults, ...variants].filter(({ broken }) => broken !== undefined);
  const living = faults.filter((fault) => fault.broken === undefined && survivors(fault).length > 0);
  const flagged = variants.filter((variant) => variant.flagged.length > 0);
  const loose = partial ? [] : unproved(matrix);
  const wrong = [
    living.length > 0 && `${counted(living.length, 'fault lives', 'faults live')}`,
    untried.length > 0 && `${counted(untried.length, 'gateway')} could not be tried`,
    flagged.length > 0 && `${counted(flagged.length, 'legal variant is', 'legal variants are')} flagged`,
    loose.length > 0 && `${counted(loose.length, 'requirement has', 'requirements have')} no fault`,
  ].filter((part) => part !== false);
  return {
    holds: wrong.length === 0,
    sentence: wrong.length === 0 ? proved(matrix) : `Not proved: ${wrong.join(', ')}.`,
    untried,
    living,
    flagged,
    unproved: loose,
    idleCases: partial ? [] : matrix.idleCases,
  };
}

function proved({ faults, variants }: KillMatrix): string {
  return `Proved: each of ${counted(faults.length, 'fault')} is caught, none of ${counted(variants.length, 'legal variant')} is flagged.`;
}

/** How faults are caught, and how many requirements have one. */
export function figuresOf({ faults, variants, requirements, partial }: KillMatrix): readonly string[] {
  const strongest = faults.map(({ breaks }) => {
    const by = new Set(breaks.flatMap(({ catches }) => catches.map((one) => one.by)));
    return (['failed', 'warned', 'drifted'] as const).find((kind) => by.has(kind));
  });
  const count = (kind: string) => strongest.filter((one) => one === kind).length;
  const covered = (level: string) => {
    const exercised = requirements.filter((one) => one.level === level && one.exercised);
    return `${exercised.filter(({ provedBy }) => provedBy.length > 0).length} of ${exercised.length} ${level}`;
  };
  return [
    `${counted(faults.length, 'fault')}: ${count('failed')} caught by a MUST, ${count('warned')} by a SHOULD only, ${count('drifted')} by an observation only.`,
    `${counted(variants.length, 'legal variant')}: ${variants.filter(({ flagged }) => flagged.length === 0).length} not flagged.`,
    ...(partial
      ? []
      : [`Requirements that a fault proves: ${covered('MUST')}, ${covered('SHOULD')}, ${covered('OBSERVE')}.`]),
  ];
}
