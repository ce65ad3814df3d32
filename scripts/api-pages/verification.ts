import { expand } from '../../src/plan/expand.js';
import { actionsOf, type Instance, senderOf } from '../../src/plan/index.js';
import { type Library, type Requirement, substitute } from '../../src/spec/index.js';
import type { Dialect } from './dialects.js';

/** A requirement with the cases that verify it. */
export interface Verification {
  readonly requirement: Requirement;
  readonly cases: ReadonlySet<string>;
}

/** What a dialect's page says about the catalogue. */
export interface DialectRequirements {
  /**
   * The catalogue names an API of the dialect as its area or profile, or no case that verifies it is sent to another
   * dialect. The cases are all that there are.
   */
  readonly own: readonly Verification[];
  /** Cases that verify it are sent to this dialect as to others. The cases are those that come here. */
  readonly shared: readonly Verification[];
}

/** The catalogue, divided among the dialects: by the catalogue's own words, and by where the cases are sent. */
export function requirementsOf(
  { specs, catalogue }: Pick<Library, 'specs' | 'catalogue'>,
  dialects: readonly Dialect[],
): ReadonlyMap<Dialect, DialectRequirements> {
  const requirements = [...catalogue.requirements.values()];
  const instances = specs.flatMap((spec) => spec.cases).flatMap((item) => expand(item));
  const everywhere = casesById(instances);
  const sent = new Map(
    dialects.map((dialect) => [dialect, casesById(instances.filter((instance) => isSentTo(instance, dialect)))]),
  );
  const nameOwner = ({ area, profile }: Requirement) =>
    dialects.find(({ apis }) => apis.some(({ name }) => name === area || name === profile));
  const onlyPlace = ({ id }: Requirement) => {
    const [first, ...others] = dialects.filter((dialect) => sent.get(dialect)?.has(id));
    return others.length === 0 ? first : undefined;
  };
  const ownerOf = new Map(
    requirements.map((requirement) => [requirement.id, nameOwner(requirement) ?? onlyPlace(requirement)]),
  );
  return new Map(
    [...sent].map(([dialect, here]) => [
      dialect,
      {
        own: requirements
          .filter(({ id }) => ownerOf.get(id) === dialect)
          .map((requirement) => ({ requirement, cases: everywhere.get(requirement.id) ?? new Set<string>() })),
        shared: requirements.flatMap((requirement) => {
          const cases = here.get(requirement.id);
          return cases === undefined || ownerOf.get(requirement.id) === dialect ? [] : [{ requirement, cases }];
        }),
      },
    ]),
  );
}

function casesById(instances: readonly Instance[]): ReadonlyMap<string, ReadonlySet<string>> {
  const cases = new Map<string, Set<string>>();
  for (const { case: item, verifies } of instances) {
    for (const id of verifies) cases.set(id, (cases.get(id) ?? new Set()).add(item.id));
  }
  return cases;
}

/** A call names its API; a raw request is on the API that owns its path. */
function isSentTo(instance: Instance, { apis }: Dialect): boolean {
  return actionsOf(instance).some((action) => {
    const { api } = senderOf(action, instance.bindings);
    if (api !== undefined) return apis.some(({ name }) => name === api);
    if (action.kind !== 'request') return false;
    const path = pathWithoutQuery(action.request.path, instance);
    return apis.some((each) => each.owns(path));
  });
}

/** Roles of the target stand for one segment each, whatever they name. */
function pathWithoutQuery(template: string, { bindings }: Instance): string {
  const path = substitute(template, ([root, name = '']) =>
    root === 'each' ? (bindings[name]?.value ?? name) : '{reference}',
  );
  return String(path)
    .replaceAll(/\$\{[^}]*\}/g, '{reference}')
    .replace(/\?.*$/, '');
}
