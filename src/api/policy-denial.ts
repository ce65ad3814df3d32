import { isJsonObject, type Json } from '../json/index.js';
import { cut } from './describe.js';
import { present, textAt } from './fields.js';

/** A service policy that stepped in, as the gateway tells it. */
export interface PolicyDenial {
  readonly name?: string;
  /** As spelled; `unstated` when the gateway does not say. */
  readonly action: string;
  readonly phase?: string;
  readonly reason?: string;
}

const letThrough = ['allow', 'pass'];

/**
 * The refusal that comes with status 200 and the shape of a success. Its marker is `databricks_service_policy`; where
 * the finish reason stands and what the text says differ between observations.
 *
 * An action that nobody has described counts as a denial. Responses that a policy let through carry no marker at all,
 * a policy may also answer ASK, and to take a refusal for a completion is the worse mistake: it looks like a proof.
 */
export function policyDenial(body: Json): PolicyDenial | undefined {
  const marker = isJsonObject(body) ? body['databricks_service_policy'] : undefined;
  if (marker === undefined || marker === null) return undefined;
  const policy = isJsonObject(marker) ? marker : {};
  const action = textAt(policy, 'action') ?? 'unstated';
  if (letThrough.includes(action.trim().toLowerCase())) return undefined;
  const field = (key: string): string | undefined => {
    const text = textAt(policy, key);
    return text === undefined ? undefined : cut(text, 500);
  };
  return present({ name: field('name'), action: cut(action, 100), phase: field('phase'), reason: field('reason') });
}
