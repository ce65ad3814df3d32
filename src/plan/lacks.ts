import type { Target } from '../target/index.js';
import type { SkipReason } from './instance.js';

/** The reason that stands for something which a target does not have. */
export function lacks(code: string, what: string): SkipReason {
  return { code: `needs.${code}`, message: `the target does not have ${what}` };
}

/** The reason, when nothing in the target fills a role. */
export function lacksRole(
  kind: 'workspace' | 'model' | 'identity' | 'warehouse',
  role: string,
  { workspaces, models, identities, warehouses }: Target,
): SkipReason | undefined {
  const held = { workspace: workspaces, model: models, identity: identities, warehouse: warehouses }[kind];
  if (Object.hasOwn(held, role)) return undefined;
  return lacks(kind, kind === 'identity' ? `an identity ${role}` : `a ${kind} ${role}`);
}
