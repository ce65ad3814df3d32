import { homedir } from 'node:os';
import { apiNames } from '../api/index.js';
import type { Result } from '../problem/index.js';
import type { Roles } from '../spec/index.js';
import {
  documentSource,
  type Environment,
  loadTarget,
  readTargetFile,
  type Target,
  targetFromEnvironment,
} from '../target/index.js';

/** A target that may have to be closed: the simulated account serves as long as it is open. */
export interface OpenTarget {
  readonly target: Target;
  close(): Promise<void>;
}

const nothingToClose = async () => {};

/** Opens what `--target` names: `mock`, `env`, or a target file. */
export async function openTarget(name: string, roles: Roles, environment: Environment): Promise<Result<OpenTarget>> {
  const context = { environment, homeDirectory: homedir(), roles, apis: apiNames };
  if (name === 'mock') {
    const { startSimulatedAccount } = await import('../mock/index.js');
    const account = await startSimulatedAccount();
    const source = documentSource('mock', account.targetDocument);
    const target = source.ok ? loadTarget(source.value, { ...context, environment: account.environment }) : source;
    if (!target.ok) await account.close();
    return target.ok ? { ok: true, value: { target: target.value, close: account.close } } : target;
  }
  const target = name === 'env' ? targetFromEnvironment(context) : readAndLoad(name, context);
  return target.ok ? { ok: true, value: { target: target.value, close: nothingToClose } } : target;
}

function readAndLoad(path: string, context: Parameters<typeof loadTarget>[1]): Result<Target> {
  const source = readTargetFile(path);
  return source.ok ? loadTarget(source.value, context) : source;
}
