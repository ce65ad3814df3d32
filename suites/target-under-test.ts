import { type OpenTarget, openTarget } from '../src/cli/open-target.js';
import { type Result, renderProblems } from '../src/problem/index.js';
import type { Roles } from '../src/spec/index.js';

/** Opens what the tests are run on: the simulated account, or what GATEWAY_CONFORMANCE_TARGET names (as `--target` does). */
export async function openTargetUnderTest(roles: Roles): Promise<OpenTarget> {
  return mustHave(await openTarget(process.env['GATEWAY_CONFORMANCE_TARGET'] ?? 'mock', roles, process.env));
}

/** The value; or, since tests have nobody to report problems to, an error that says them. */
export function mustHave<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(renderProblems(result.problems));
  return result.value;
}
