import { isJsonObject } from '../json/index.js';
import type { Action } from '../spec/index.js';
import type { Target } from '../target/index.js';
import type { Bindings, Instance } from './instance.js';

/** One cell of the target's matrix, by roles: who, on which service, and what is missing. */
export interface GrantCell {
  readonly identity: string;
  readonly model: string;
  /** Empty when the identity may call the service. */
  readonly lacks: Target['identities'][string]['expects'][string]['lacks'];
}

/** As the matrix binds it to `grant`. */
export function bindingOf({ identity, model, lacks }: GrantCell): Bindings[string] {
  return { label: `${identity}.${model}`, value: { identity, model, lacks: [...lacks] } };
}

/** The cell that the matrix of an instance binds. */
export function cellIn({ grant }: Bindings): GrantCell | undefined {
  return grant !== undefined && isJsonObject(grant.value) ? (grant.value as unknown as GrantCell) : undefined;
}

/** The parts of an instance that ask as its cell, by the names that its exchanges have. */
export function partsOfCell({ case: { body } }: Instance): readonly string[] {
  return body.kind === 'steps'
    ? body.steps.filter(({ action }) => asksAsCell(action)).map(({ label }) => label)
    : body.sides.filter(({ action }) => asksAsCell(action)).map(({ name }) => name);
}

function asksAsCell(action: Action): boolean {
  if (action.kind === 'request') return action.request.as === undefined;
  return action.kind === 'call' && action.call.as === undefined && action.call.model === undefined;
}
