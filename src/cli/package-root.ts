import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, specs/ and suites/, from `src/cli` as from `dist/cli`. */
export const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Name and version of the tool, from its package.json. */
export function readTool(): { readonly name: string; readonly version: string } {
  const { name, version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return { name, version };
}
