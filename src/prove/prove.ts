import type { Fault, NeutralVariant } from '../mock/faults/index.js';
import type { FaultRecord, KillMatrix, RequirementProof } from '../report/index.js';
import type { Library } from '../spec/index.js';
import { type Baseline, judgeFault, judgeVariant } from './judge-fault.js';
import { keyOf } from './scope.js';
import type { Shown } from './shown.js';
import type { Task, TaskResult } from './task.js';

export interface ProveOptions {
  readonly library: Library;
  readonly tool: { readonly name: string; readonly version: string };
  readonly faults: readonly Fault[];
  readonly variants: readonly NeutralVariant[];
  /** They are not all there are. */
  readonly partial: boolean;
  /** Runs a task wherever there is room. */
  readonly perform: (task: Task) => Promise<TaskResult>;
  /** Told as results arrive. */
  readonly progress?: (done: number, of: number) => void;
}

/** Runs what could see each fault and each variant, and puts together what caught what. */
export async function prove(options: ProveOptions): Promise<KillMatrix> {
  const { library, tool, faults, variants, partial, perform, progress } = options;
  const { requirements } = library.catalogue;
  const states = [{}, ...distinctStates(faults)];
  const comparedWith = partial ? { comparedWith: [...faults, ...variants].map(({ id }) => id) } : {};
  const of = states.length + faults.length + variants.length;
  let done = 0;
  const performed = async (task: Task): Promise<TaskResult> => {
    const result = await perform(task);
    done += 1;
    progress?.(done, of);
    return result;
  };
  const baselines = states.map(
    async (state) => [keyOf(state), await performed({ kind: 'baseline', state, ...comparedWith })] as const,
  );
  const ofFaults = faults.map((fault) => performed({ kind: 'fault', id: fault.id }));
  const ofVariants = variants.map((variant) => performed({ kind: 'variant', id: variant.id }));
  const usual = new Map((await Promise.all(baselines)).map(([key, { shown }]) => [key, baselineOf(shown)]));
  const baselineFor = (key: string): Baseline => usual.get(key) ?? new Map();

  const faultRecords = (await Promise.all(ofFaults)).map((result, index) => {
    const fault = faults[index] as Fault;
    return judgeFault(fault, result, baselineFor(keyOf(fault.state ?? {})), requirements);
  });
  const variantRecords = (await Promise.all(ofVariants)).map((result, index) =>
    judgeVariant(variants[index] as NeutralVariant, result, baselineFor(keyOf({}))),
  );
  const shown = [...usual.values()].flatMap((baseline) => [...baseline.values()]);
  return {
    tool,
    specsDigest: library.digest,
    partial,
    faults: faultRecords,
    variants: variantRecords,
    requirements: requirementRecords(library, faultRecords, shown),
    idleCases: idleCases(shown, faultRecords),
  };
}

function distinctStates(faults: readonly Fault[]) {
  const states = new Map(faults.flatMap(({ state }) => (state === undefined ? [] : [[keyOf(state), state]])));
  return [...states.values()];
}

function baselineOf(shown: readonly Shown[]): Baseline {
  return new Map(shown.map((one) => [one.instance, one]));
}

function requirementRecords(
  { catalogue }: Library,
  faults: readonly FaultRecord[],
  shown: readonly Shown[],
): readonly RequirementProof[] {
  const exercised = new Set(shown.flatMap(({ requirements }) => requirements));
  return [...catalogue.requirements.values()].map(({ id, level, statement }) => ({
    id,
    level,
    statement,
    exercised: exercised.has(id),
    provedBy: faults
      .filter(({ breaks }) => breaks.some(({ requirement, catches }) => requirement === id && catches.length > 0))
      .map((fault) => fault.id),
  }));
}

function idleCases(shown: readonly Shown[], faults: readonly FaultRecord[]): KillMatrix['idleCases'] {
  const busy = new Set(faults.flatMap(({ breaks }) => breaks.flatMap(({ catches }) => catches.map((one) => one.case))));
  const idle = shown.filter((one) => one.verdict !== 'observed' && !busy.has(one.case));
  return [...new Map(idle.map((one) => [one.case, { case: one.case, file: one.file }])).values()];
}
