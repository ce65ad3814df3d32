import type { AccountState, Fault, NeutralVariant } from '../mock/faults/index.js';
import { apisOf, asksForStream, type Instance, type Plan } from '../plan/index.js';
import type { Case, Spec } from '../spec/index.js';

/** A part of the suite. Cases are chosen before they are expanded, which costs more than most of them do. */
export interface Scope {
  readonly isMeant: (item: Case) => boolean;
  readonly includes: (instance: Instance) => boolean;
  /** One instance of each case on each API is enough. */
  readonly thin?: boolean;
}

/** What verifies a requirement that the fault breaks. */
export function scopeOfFault({ breaks }: Fault): Scope {
  const broken = new Set(breaks);
  return {
    isMeant: ({ verifies }) => verifies.some((id) => broken.has(id)),
    includes: ({ verifies }) => verifies.some((id) => broken.has(id)),
  };
}

/**
 * Whatever could fail over a variant. Bodies of megabytes say nothing that smaller ones do not, and what is legal is so
 * for each route and identity.
 */
export function scopeOfVariant({ apis, streams }: NeutralVariant): Scope {
  const isOn =
    apis === undefined ? () => true : (called: readonly string[]) => apis.some((api) => called.includes(api));
  return {
    isMeant: ({ level, tags }) => level !== 'OBSERVE' && !tags.includes('large'),
    includes: (instance) => isOn(apisOf(instance)) && (streams === undefined || asksForStream(instance)),
    thin: true,
  };
}

/** What any of several scopes includes. */
export function union(scopes: readonly Scope[]): Scope {
  return {
    isMeant: (item) => scopes.some(({ isMeant }) => isMeant(item)),
    includes: (instance) => scopes.some((scope) => scope.isMeant(instance.case) && scope.includes(instance)),
  };
}

export const everything: Scope = { isMeant: () => true, includes: () => true };

/** The same text for the same state. */
export function keyOf(state: AccountState): string {
  return JSON.stringify(Object.entries(state).sort());
}

export function isSameState(one: AccountState, other: AccountState): boolean {
  return keyOf(one) === keyOf(other);
}

export function casesIn(specs: readonly Spec[], { isMeant }: Scope): readonly Spec[] {
  return specs.map((spec) => ({ ...spec, cases: spec.cases.filter(isMeant) })).filter(({ cases }) => cases.length > 0);
}

/** The instances of a plan that a scope holds. */
export function instancesIn({ instances }: Plan, { includes, thin = false }: Scope): readonly Instance[] {
  const included = instances.filter(includes);
  if (!thin) return included;
  const seen = new Set<string>();
  return included.filter((instance) => {
    const key = `${instance.case.id} ${apisOf(instance).join(' ')} ${instance.bindings['stream']?.label}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}
