import type { Problem } from '../../problem/index.js';
import { isEngineInstalled } from './is-engine-installed.js';

/** What to tell whoever serves an account that can run no SQL; nothing when it can. */
export function engineProblem(isInstalled: () => boolean = isEngineInstalled): Problem | undefined {
  return isInstalled()
    ? undefined
    : {
        code: 'mock.no-sql-engine',
        message: 'The simulated account has no SQL warehouse: the optional package @duckdb/node-api is not installed.',
        fix: 'Install it, without --omit=optional; everything else works without it.',
      };
}
