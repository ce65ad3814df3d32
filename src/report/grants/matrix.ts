import type { InstanceRecord, Journal } from '../../journal/index.js';
import { grouped } from '../grouped.js';
import { type Observation, observationOf } from './observation.js';

/** Who may call what, as the target expects it and as the gateway showed it. */
export interface Matrix {
  readonly identities: readonly string[];
  readonly models: readonly string[];
  readonly cells: readonly Cell[];
}

/** One identity on one model service, both by role, over all APIs and forms of asking. */
export interface Cell {
  readonly identity: string;
  readonly model: string;
  readonly expected: 'allow' | 'deny';
  /** The privileges that are expected to be missing. */
  readonly lacks: readonly string[];
  readonly observed: readonly CountedObservation[];
  /** Open: nothing speaks against the expectation, and not every answer speaks for it. */
  readonly state: 'holds' | 'differs' | 'open';
  /** Where to read on: the first instance that made it what it is. */
  readonly instance: string;
}

export interface CountedObservation extends Observation {
  readonly count: number;
}

interface Observed {
  readonly instance: InstanceRecord;
  readonly observation: Observation;
}

/** Undefined when the run was not about the expectations of its target. What is only observed expects nothing of a cell. */
export function matrixOf({ run, instances }: Journal): Matrix | undefined {
  const about = instances.filter(({ grant, level }) => grant !== undefined && level !== 'OBSERVE');
  const cells = [...grouped(about, keyOf).values()].map(cellOf).filter((cell) => cell !== undefined);
  if (cells.length === 0) return undefined;
  const { identities, models } = run.target;
  return {
    identities: inOrder(
      cells.map(({ identity }) => identity),
      identities,
    ),
    models: inOrder(
      cells.map(({ model }) => model),
      Object.keys(models),
    ),
    cells,
  };
}

export function cellAt({ cells }: Matrix, identity: string, model: string): Cell | undefined {
  return cells.find((cell) => cell.identity === identity && cell.model === model);
}

function keyOf({ grant }: InstanceRecord): string {
  return JSON.stringify([grant?.identity, grant?.model]);
}

function cellOf(instances: readonly InstanceRecord[]): Cell | undefined {
  const [first] = instances;
  if (first?.grant === undefined) return undefined;
  const { identity, model, lacks } = first.grant;
  const expected = lacks.length === 0 ? 'allow' : 'deny';
  const all = instances.flatMap((instance): readonly Observed[] =>
    instance.grant === undefined ? [] : [{ instance, observation: observationOf(instance, instance.grant) }],
  );
  const wanted = expected === 'allow' ? 'allowed' : 'denied';
  const against = all.find(({ observation: { kind } }) => kind !== wanted && kind !== 'other');
  const open = all.find(({ observation: { kind } }) => kind === 'other');
  return {
    identity,
    model,
    expected,
    lacks,
    observed: counted(all),
    state: against !== undefined ? 'differs' : open !== undefined ? 'open' : 'holds',
    instance: (against ?? open ?? { instance: first }).instance.id,
  };
}

function counted(all: readonly Observed[]): readonly CountedObservation[] {
  return [...grouped(all, ({ observation }) => observation.word).values()]
    .flatMap((group) => (group[0] === undefined ? [] : [{ ...group[0].observation, count: group.length }]))
    .sort((one, other) => other.count - one.count);
}

/** As the target names them; what a journal holds beside stands last. */
function inOrder(found: readonly string[], known: readonly string[]): readonly string[] {
  const used = new Set(found);
  return [...known.filter((name) => used.has(name)), ...[...used].filter((name) => !known.includes(name))];
}
