import { actionsOf } from './actions-of.js';
import type { Instance, Plan } from './instance.js';
import { type Sender, senderOf } from './sender.js';

/**
 * The plan, less what needs an identity whose credential cannot be used. `reasonOf` says of a sender why; of one whose
 * credential can be used, nothing.
 */
export function withoutIdentities({ instances }: Plan, reasonOf: (sender: Sender) => string | undefined): Plan {
  return {
    instances: instances.map((instance) => {
      const broken = instance.skip === undefined ? firstBroken(instance, reasonOf) : undefined;
      if (broken === undefined) return instance;
      const message = `the credential of the identity ${broken.identity} cannot be used: ${reasonOf(broken)}`;
      return { ...instance, skip: { code: 'needs.credential', message } };
    }),
  };
}

/** An identity that is only declared as needed sends nothing. */
function firstBroken(instance: Instance, reasonOf: (sender: Sender) => string | undefined): Sender | undefined {
  return actionsOf(instance)
    .map((action) => senderOf(action, instance.bindings))
    .find((sender) => sender.auth !== 'none' && sender.auth !== 'invalid' && reasonOf(sender) !== undefined);
}
