import { actionsOf } from './actions-of.js';
import type { Instance } from './instance.js';
import { senderOf } from './sender.js';

/** The APIs that an instance calls, each once: those of its calls, and the one that its matrix binds. */
export function apisOf(instance: Instance): readonly string[] {
  return [...new Set(actionsOf(instance).flatMap((action) => senderOf(action, instance.bindings).api ?? []))];
}
