import { homeOf, type Securable, securableOf, securableTypes } from '../../securable/index.js';
import type { Privilege } from '../../target/index.js';
import { isSameName } from '../read-assignments.js';
import { wireNames } from '../securable.js';
import type { Grant, Granted } from './granted.js';
import { shown } from './shown.js';
import { everyone, type Somebody } from './who.js';

/** What the grants imply for one identity on one model service. */
export type Cell =
  | { readonly kind: 'implied'; readonly lacks: readonly Privilege[]; readonly grounds: readonly Ground[] }
  /** What cannot be known is no expectation. */
  | { readonly kind: 'unknown'; readonly because: string };

/** Why a privilege is held, or is not. */
export interface Ground {
  readonly privilege: Privilege;
  /** By which it is held; none when it is not. */
  readonly grants: readonly Grant[];
  /** What the securable is on which it has to be held. */
  readonly on: Securable;
  /** Others that hold it and may be groups of the identity that the account does not list. */
  readonly perhapsBy: readonly string[];
  /** By which the identity may give itself what it lacks; none when it lacks nothing. */
  readonly manages?: Grant;
}

export interface CellOptions {
  /** Full name of the model service. */
  readonly service: string;
  readonly who: Somebody;
  /** Names of the identities of the target: none of them is a group. */
  readonly known: readonly string[];
  /** Of the service, its schema and its catalog. */
  readonly granted: readonly Granted[];
}

/** In the order in which Unity Catalog descends. */
const privileges: readonly Privilege[] = ['USE CATALOG', 'USE SCHEMA', 'EXECUTE'];

export function cellOf(options: CellOptions): Cell {
  const grounds: Ground[] = [];
  for (const privilege of privileges) {
    const on = securableOf(options.service, homeOf(privilege));
    const held = heldOf(privilege, on, options);
    if (held.kind === 'unclear') return { kind: 'unknown', because: held.because };
    grounds.push({ privilege, on, ...held });
  }
  const missing = grounds.filter(({ grants }) => grants.length === 0);
  const unsure = options.who.groups === undefined ? missing.find(({ perhapsBy }) => perhapsBy.length > 0) : undefined;
  if (unsure !== undefined) {
    const [first = ''] = unsure.perhapsBy;
    return {
      kind: 'unknown',
      because: `the account does not list the groups of ${options.who.identity}, and ${shown(first)} holds ${unsure.privilege}`,
    };
  }
  return { kind: 'implied', lacks: missing.map(({ privilege }) => privilege), grounds };
}

type Held =
  | ({ readonly kind: 'clear' } & Pick<Ground, 'grants' | 'perhapsBy' | 'manages'>)
  | { readonly kind: 'unclear'; readonly because: string };

function heldOf(privilege: Privilege, on: Securable, { service, who, known, granted }: CellOptions): Held {
  const around = aroundOf(service, on);
  const gives = (grant: Grant) => grant.privilege === wireNames[privilege] || grant.privilege === 'ALL_PRIVILEGES';
  const direct = granted.filter(({ securable }) => isIn(around, securable)).flatMap((one) => one.direct);
  const effective = granted.filter(({ securable }) => isIn([on], securable)).flatMap((one) => one.effective);
  const own = (grants: readonly Grant[]) => grants.filter((grant) => gives(grant) && isHolder(grant.principal, who));
  const [ownDirect, ownEffective] = [own(direct), own(effective)];
  // What is granted on something else than the service and what contains it can be seen in one answer only.
  const grants = [
    ...ownDirect.filter((grant) => ownEffective.some((one) => isSame(one, grant))),
    ...ownEffective.filter((grant) => !isIn(around, grant.on)),
  ];
  const [doubtful] = [...ownDirect, ...ownEffective];
  if (grants.length === 0 && doubtful !== undefined) {
    const { principal, on: place } = doubtful;
    const seen = ownDirect.length > 0 ? 'in its permissions only' : `in the effective permissions of ${on.name} only`;
    const because = `the account contradicts itself: ${shown(principal)} holds ${privilege} on ${shown(place.name)} ${seen}`;
    return { kind: 'unclear', because };
  }
  const others = effective.filter((grant) => gives(grant) && mayBeGroup(grant.principal, known));
  const perhapsBy = [...new Set(others.map(({ principal }) => principal))].filter((name) => !isHolder(name, who));
  const manages = direct.find((grant) => grant.privilege === 'MANAGE' && isHolder(grant.principal, who));
  return {
    kind: 'clear',
    grants,
    perhapsBy: grants.length > 0 ? [] : perhapsBy,
    ...(grants.length > 0 || manages === undefined ? {} : { manages }),
  };
}

/** A securable and what contains it: a privilege counts on each of them. */
function aroundOf(service: string, on: Securable): readonly Securable[] {
  return securableTypes.slice(securableTypes.indexOf(on.type)).map((type) => securableOf(service, type));
}

function isIn(securables: readonly Grant['on'][], { type, name }: Grant['on']): boolean {
  return securables.some((one) => one.type === type && isSameName(one.name, name));
}

/** ALL PRIVILEGES may be shown as what it stands for. */
function isSame(one: Grant, other: Grant): boolean {
  return isSameName(one.principal, other.principal) && isIn([one.on], other.on);
}

function isHolder(principal: string, { names, groups = [] }: Somebody): boolean {
  return [...names, ...groups, everyone].some((name) => isSameName(name, principal));
}

/** Users have addresses and service principals have UUIDs for names. */
function mayBeGroup(principal: string, known: readonly string[]): boolean {
  const isUser = principal.includes('@') || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(principal);
  return !isUser && !known.some((name) => isSameName(name, principal));
}
