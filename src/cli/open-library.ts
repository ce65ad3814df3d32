import { join, resolve } from 'node:path';
import { apiNames, ruleNames } from '../api/index.js';
import { failed, ok, type Result } from '../problem/index.js';
import { didYouMean, type Library, loadLibrary, type Suite } from '../spec/index.js';
import { packageRoot } from './package-root.js';

/** The harness's own specs, or those that the user names, with the harness's requirements, roles and suites. */
export function openLibrary(specs?: readonly string[]): Result<Library> {
  const home = join(packageRoot, 'specs');
  return loadLibrary(
    {
      home,
      specs: specs === undefined ? [home] : specs.map((path) => resolve(path)),
      suites: join(packageRoot, 'suites'),
      relativeTo: specs === undefined ? packageRoot : process.cwd(),
    },
    { apis: apiNames, rules: ruleNames },
  );
}

export function findSuite(library: Library, name: string): Result<Suite> {
  const suite = library.suites.get(name);
  if (suite !== undefined) return ok(suite);
  const meant = didYouMean(name, library.suites.keys());
  return failed({
    code: 'suite.not-found',
    message: `there is no suite ${name}`,
    fix: meant === undefined ? `name one of: ${[...library.suites.keys()].join(', ')}` : `did you mean \`${meant}\`?`,
  });
}
