import type { Reference } from '../spec/index.js';
import { actionsOf } from './actions-of.js';
import { cellIn } from './cell.js';
import { defaultRole } from './default-model.js';
import type { Instance } from './instance.js';
import { referencesOf, referencesOfCase } from './missing-needs.js';
import { senderOf } from './sender.js';

/** What of a target an instance is about, by role, whether or not it comes to be sent. */
export interface Uses {
  /** Who acts; a request without a credential, or with one made up, is nobody's. */
  readonly identities: readonly string[];
  readonly models: readonly string[];
  readonly features: readonly string[];
}

/** `written` are the references of its case, which all of its instances share. */
export function usesOf(instance: Instance, written: readonly Reference[] = referencesOfCase(instance.case)): Uses {
  const { case: item, bindings } = instance;
  const actions = actionsOf(instance);
  const senders = actions.map((action) => senderOf(action, bindings));
  const models = [...written, ...referencesOf(instance, actions)].flatMap(([root, name]) => {
    if (root === 'models') return name ?? [];
    if (root === 'model') return defaultRole(String(bindings['api']?.value));
    return root === 'grant' ? (cellIn(bindings)?.model ?? []) : [];
  });
  return {
    identities: sorted(
      senders.flatMap(({ auth, identity }) => (auth === 'none' || auth === 'invalid' ? [] : identity)),
    ),
    models: sorted(models),
    features: sorted(item.needs.flatMap(({ features }) => features ?? [])),
  };
}

/** Each once, in an order that no edit of a spec changes. */
function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
