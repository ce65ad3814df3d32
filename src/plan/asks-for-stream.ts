import { actionsOf } from './actions-of.js';
import type { Instance } from './instance.js';
import { senderOf } from './sender.js';

/** Whether a call of an instance asks for its answer as a stream. */
export function asksForStream(instance: Instance): boolean {
  return actionsOf(instance).some((action) => senderOf(action, instance.bindings).stream);
}
