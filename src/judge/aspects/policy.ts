import type { Json } from '../../json/index.js';
import type { Received } from '../answered.js';
import { denialIn } from '../outcomes/policy.js';

/** What an answer tells of the service policy that denied it, as far as it does. */
export function policyAspect({ response }: Received): Json {
  const found = denialIn(response);
  if (found === undefined) return null;
  const { name = null, action, phase = null, reason = null } = found.denial;
  return { name, action, phase, reason };
}
