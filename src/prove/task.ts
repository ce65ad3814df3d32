import { type AccountState, faults, neutralVariants } from '../mock/faults/index.js';
import { runOnAccount, type Workshop } from './on-account.js';
import { everything, isSameState, type Scope, scopeOfFault, scopeOfVariant, union } from './scope.js';
import type { Shown } from './shown.js';

/** One run of a part of the suite: data, so that it can be given to any process. */
export type Task =
  /** On an account without fault: what the named faults and variants are compared with, or everything. */
  | { readonly kind: 'baseline'; readonly state: AccountState; readonly comparedWith?: readonly string[] }
  | { readonly kind: 'fault'; readonly id: string }
  | { readonly kind: 'variant'; readonly id: string };

export interface TaskResult {
  readonly shown: readonly Shown[];
  /** Why the run itself failed: nothing can be said then. */
  readonly broken?: string;
}

/** Never rejects. */
export async function runTask(task: Task, workshop: Workshop): Promise<TaskResult> {
  try {
    return { shown: await runOf(task, workshop) };
  } catch (error) {
    return { shown: [], broken: error instanceof Error ? error.message : String(error) };
  }
}

function runOf(task: Task, workshop: Workshop): Promise<readonly Shown[]> {
  switch (task.kind) {
    case 'baseline':
      return runOnAccount(task.state, undefined, scopeOfBaseline(task), workshop);
    case 'fault': {
      const fault = named(faults, task.id);
      return runOnAccount(fault.state ?? {}, fault.deviate(), scopeOfFault(fault), workshop);
    }
    case 'variant': {
      const variant = named(neutralVariants, task.id);
      return runOnAccount({}, variant.deviate(), scopeOfVariant(variant), workshop);
    }
    default:
      return task satisfies never;
  }
}

function scopeOfBaseline({ state, comparedWith }: Extract<Task, { readonly kind: 'baseline' }>): Scope {
  const isCompared = ({ id }: { readonly id: string }) => comparedWith?.includes(id) ?? true;
  const inState = faults.filter((fault) => isSameState(fault.state ?? {}, state) && isCompared(fault));
  const inUsual = isSameState(state, {}) ? neutralVariants.filter(isCompared) : [];
  const all = comparedWith === undefined && isSameState(state, {});
  return all ? everything : union([...inState.map(scopeOfFault), ...inUsual.map(scopeOfVariant)]);
}

function named<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item {
  const item = items.find((candidate) => candidate.id === id);
  if (item === undefined) throw new Error(`There is no ${id}.`);
  return item;
}
