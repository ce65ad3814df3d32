import type { Problem } from '../problem/index.js';
import { restoreGrants } from '../run/index.js';
import type { Target } from '../target/index.js';
import { readTool } from './package-root.js';
import { sentenceOf } from './say-restored.js';

/**
 * Restores what an earlier run left changed, because what a target says of its identities is only true then. Gives what
 * keeps the next run from being believed.
 */
export async function restoreFirst(target: Target, signal: AbortSignal): Promise<readonly Problem[]> {
  const { restored, problems } = await restoreGrants({ target, tool: readTool(), signal });
  for (const one of restored) process.stderr.write(`${sentenceOf(one)} An earlier run had left it changed.\n`);
  return problems;
}
