import type { Sender } from '../plan/index.js';
import type { Problem } from '../problem/index.js';
import { resolveRoute, type Target } from '../target/index.js';

/** A credential that cannot be used. */
export interface BrokenCredential {
  /** The identity's. */
  readonly role: string;
  /** Where it cannot be used; nowhere, if this is left out. */
  readonly origin?: string;
  readonly problem: Problem;
}

/** Why a sender cannot prove itself, in one sentence; undefined when it can. */
export function reasonAgainst(
  { identity, route, workspace }: Sender,
  broken: readonly BrokenCredential[],
  target: Target,
): string | undefined {
  const way = resolveRoute(target, route, workspace);
  const here = way.kind === 'route' ? way.origin : undefined;
  const found = broken.find(({ role, origin }) => role === identity && (origin === undefined || origin === here));
  return found?.problem.message;
}

/** One token that cannot be had is one problem, to however many URLs it should have been sent. */
export function problemsIn(broken: readonly BrokenCredential[]): readonly Problem[] {
  return [...new Map(broken.map(({ problem }) => [problem.message, problem])).values()];
}
