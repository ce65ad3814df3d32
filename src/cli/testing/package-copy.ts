import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { temporaryFolder } from './command-line.js';

/** A copy of the built package whose files a test may change, with these libraries, or all, to import. Gives its folder. */
export function packageCopy(libraries?: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of ['package.json', 'dist', 'specs', 'suites', 'scripts'])
    cpSync(join(packageRoot, name), join(folder, name), { recursive: true });
  for (const name of libraries?.map((library) => join('node_modules', library)) ?? ['node_modules']) {
    if (!existsSync(join(packageRoot, name))) throw new Error(`there is no ${name}`);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(join(packageRoot, name), join(folder, name));
  }
  return folder;
}
