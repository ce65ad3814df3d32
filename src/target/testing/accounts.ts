import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from '../../problem/index.js';
import type { YamlSource } from '../../spec/index.js';
import { loadRoles, readYamlFile, readYamlText } from '../../spec/loading.js';
import type { Environment, TargetContext } from '../context.js';

/** A token that no account ever issued, and that must never be seen in anything that is shown. */
export const plantedToken = `dapi${'0123456789abcdef'.repeat(2)}`;

export function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.value;
}

const roles = unwrap(
  loadRoles(unwrap(readYamlFile(fileURLToPath(new URL('../../../specs/roles.yaml', import.meta.url))))),
);

/** A home directory with this `.databrickscfg`, or without one. */
export function contextOf(environment: Environment = {}, configFile?: string): TargetContext {
  const homeDirectory = mkdtempSync(join(tmpdir(), 'target-'));
  if (configFile !== undefined) writeFileSync(join(homeDirectory, '.databrickscfg'), configFile);
  return { environment, homeDirectory, roles, apis: ['chat', 'messages'], directory: homeDirectory };
}

export function source(text: string, file = 'target.yaml'): YamlSource {
  return unwrap(readYamlText(file, text));
}
