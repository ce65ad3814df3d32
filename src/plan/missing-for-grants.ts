import type { Action } from '../spec/index.js';
import type { Target } from '../target/index.js';
import type { SkipReason } from './instance.js';
import { lacks, lacksRole } from './lacks.js';

/** What a change of grants needs: a service given over to it, somebody who may, and a name for whose grants change. */
export function missingForGrants(action: Action, target: Target): SkipReason | undefined {
  if (action.kind !== 'grants') return undefined;
  const { on, identity } = action.change;
  const role = lacksRole('model', on, target) ?? lacksRole('identity', identity, target);
  if (role !== undefined) return role;
  if (target.models[on]?.scratch !== true) return lacks('scratch', `\`scratch: true\` on the model ${on}`);
  // What stands is read by the admin, whoever tries to change it.
  return lacksRole('identity', 'admin', target) ?? missingPrincipal(identity, target);
}

/** The reason, when the target does not say how Unity Catalog calls an identity. */
export function missingPrincipal(role: string, target: Target): SkipReason | undefined {
  const missing = lacksRole('identity', role, target);
  if (missing !== undefined || target.identities[role]?.principal !== undefined) return missing;
  return lacks('principal', `the principal of the identity ${role}`);
}
