import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledApi } from '../api/index.js';
import { apis, compileContracts } from '../api/loading.js';
import { packageRoot } from './package-root.js';

/** Every API with its contract, compiled once. */
export function openContracts(): Readonly<Record<string, CompiledApi>> {
  const folder = join(packageRoot, 'specs', 'contracts');
  const contracts = compileContracts((file) => readFileSync(join(folder, file), 'utf8'));
  return Object.fromEntries(Object.values(apis).map((api) => [api.name, { api, contract: contracts[api.name] }]));
}
