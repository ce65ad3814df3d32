import type { Privilege, Target } from '../../target/index.js';
import type { Cell } from './cell.js';
import type { LeftOut, Somebody } from './who.js';

/** What the grants of an account imply for a target. */
export interface ImportedMatrix {
  readonly rows: readonly Row[];
  /** Identities of which nothing is expected. */
  readonly leftOut: readonly LeftOut[];
  /** The model services that no cell is about, by role. */
  readonly unasked: readonly { readonly model: string; readonly because: string }[];
}

export interface Row {
  readonly who: Somebody;
  readonly cells: readonly { readonly model: string; readonly cell: Cell }[];
}

/** A cell of which the target expects something else than the grants imply. */
export interface Difference {
  readonly identity: string;
  readonly model: string;
  readonly expected: readonly Privilege[];
  /** Undefined when it cannot be known. */
  readonly implied: readonly Privilege[] | undefined;
}

export function differencesFrom({ identities }: Pick<Target, 'identities'>, { rows }: ImportedMatrix) {
  return rows.flatMap(({ who: { identity }, cells }) =>
    cells.flatMap(({ model, cell }): readonly Difference[] => {
      const expected = identities[identity]?.expects[model]?.lacks;
      const implied = cell.kind === 'implied' ? cell.lacks : undefined;
      if (expected === undefined || (implied !== undefined && isSameSet(expected, implied))) return [];
      return [{ identity, model, expected, implied }];
    }),
  );
}

function isSameSet(one: readonly Privilege[], other: readonly Privilege[]): boolean {
  return one.length === other.length && one.every((privilege) => other.includes(privilege));
}

/** `allow`, or `deny (lacks EXECUTE)`. */
export function expectationInWords(lacks: readonly Privilege[]): string {
  return lacks.length === 0 ? 'allow' : `deny (lacks ${lacks.join(', ')})`;
}

/** `granted on private: the target expects allow, the grants imply deny (lacks EXECUTE)` */
export function differenceInWords({ identity, model, expected, implied }: Difference): string {
  const found =
    implied === undefined ? 'what the grants imply is not known' : `the grants imply ${expectationInWords(implied)}`;
  return `${identity} on ${model}: the target expects ${expectationInWords(expected)}, ${found}`;
}
