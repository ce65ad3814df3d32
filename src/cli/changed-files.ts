import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Result } from '../problem/index.js';
import type { ChangedFile } from '../prove/index.js';

/** What differs from the last commit in the working tree of a repository, new files included. */
export function changedFiles(root: string): Result<readonly ChangedFile[]> {
  try {
    const git = (...args: readonly string[]) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\0');
    const paths = [
      ...git('diff', '--name-only', '--relative', '-z', 'HEAD'),
      ...git('ls-files', '--others', '--exclude-standard', '-z'),
    ];
    return ok(paths.filter((path) => path !== '').map((path) => ({ path, ...textOf(join(root, path)) })));
  } catch {
    return failed({
      code: 'changes.unknown',
      message: `git cannot tell what has changed in ${root}`,
      fix: 'leave out --changed, or run it in a git checkout of the harness',
    });
  }
}

function textOf(path: string): { readonly text: string } | undefined {
  try {
    return { text: readFileSync(path, 'utf8') };
  } catch {
    return undefined;
  }
}
