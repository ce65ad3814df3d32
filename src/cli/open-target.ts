import { homedir } from 'node:os';
import { apiNames } from '../api/index.js';
import type { Result } from '../problem/index.js';
import type { Roles } from '../spec/index.js';
import {
  type Environment,
  type Target,
  type TargetContext,
  targetFromEnvironment,
  targetOfDocument,
} from '../target/index.js';

/** A target that may have to be closed: the simulated account serves as long as it is open. */
export interface OpenTarget {
  readonly target: Target;
  close(): Promise<void>;
}

const nothingToClose = async () => {};

/** Opens what `--target` names, to be sent to: `mock`, `env`, or a target file. */
export async function openTarget(name: string, roles: Roles, environment: Environment): Promise<Result<OpenTarget>> {
  if (name !== 'mock') {
    const read = await readTarget(name, roles, environment);
    return read.ok ? { ok: true, value: { target: read.value, close: nothingToClose } } : read;
  }
  const { startSimulatedAccount } = await import('../mock/index.js');
  const account = await startSimulatedAccount();
  const target = targetOfDocument(name, account.targetDocument, contextOf(roles, account.environment));
  if (!target.ok) await account.close();
  return target.ok ? { ok: true, value: { target: target.value, close: account.close } } : target;
}

/** Reads what `--target` names, to be looked at: nothing is served. */
export async function readTarget(name: string, roles: Roles, environment: Environment): Promise<Result<Target>> {
  const context = contextOf(roles, environment);
  if (name === 'mock') {
    const { describeSimulatedAccount } = await import('../mock/index.js');
    const account = describeSimulatedAccount();
    return targetOfDocument(name, account.targetDocument, { ...context, environment: account.environment });
  }
  if (name === 'env') return targetFromEnvironment(context);
  const { loadTarget, readTargetFile } = await import('../target/loading.js');
  const source = readTargetFile(name);
  return source.ok ? loadTarget(source.value, context) : source;
}

function contextOf(roles: Roles, environment: Environment): TargetContext {
  return { environment, homeDirectory: homedir(), roles, apis: apiNames };
}
