import type { RunEvent } from '../../journal/index.js';
import { homeOf, isNeeded, type NeededPrivilege, type Securable, securableOf } from '../../securable/index.js';
import { curlOf } from '../curl.js';
import type { Cell } from './matrix.js';

/** What would make a cell as expected. */
export interface Mend {
  /** What to do, and what to know about it: a sentence each. */
  readonly notes: readonly string[];
  /** Commands for a POSIX shell, with `$TOKEN` in place of the credential of who may change grants. */
  readonly rest: readonly string[];
  /** Those of them that change grants; the others look at what is held. */
  readonly changes: readonly string[];
  readonly sql: readonly string[];
}

interface PlacedPrivilege extends Securable {
  readonly privilege: NeededPrivilege;
}

/**
 * The changes of grants that would make a differing cell as expected. Undefined for one that does not differ, and for
 * a service that the journal's target does not name.
 */
export function mendOf(
  cell: Pick<Cell, 'identity' | 'model' | 'expected' | 'lacks' | 'observed' | 'state'>,
  { target }: Pick<RunEvent, 'target'>,
): Mend | undefined {
  const service = target.models[cell.model]?.fqn;
  if (cell.state !== 'differs' || service === undefined) return undefined;
  const named = principalOf(target, cell.identity);
  const principal = named ?? `PRINCIPAL-OF-${cell.identity}`;
  const host = (target.workspaces['home'] ?? Object.values(target.workspaces)[0])?.url ?? 'https://WORKSPACE';
  const unnamed =
    named === undefined
      ? [
          `The target does not say how Unity Catalog calls \`${cell.identity}\`: put it in place of \`${principal}\`, and write it as \`principal\` of the identity.`,
        ]
      : [];
  const grants = placed(service, cell.expected === 'allow' ? everyPrivilege : cell.lacks);
  const api = `${host}/api/2.1/unity-catalog`;
  const change = cell.expected === 'allow' ? 'add' : 'remove';
  const changes = grants.map((one) => changeOf(api, one, principal, change));
  const sql = grants.map((one) => statementOf(one, principal, change));
  // Privileges on what contains the service are shown there, and not among those of the service.
  const looks = grants.map(({ type, name }) =>
    commandOf(
      'GET',
      `${api}/effective-permissions/${type}/${encodeURIComponent(name)}?principal=${encodeURIComponent(principal)}`,
    ),
  );
  return {
    notes: [
      'If the effective permissions are what the target expects, the gateway is at fault and not the grants.',
      ...(isMixed(cell) ? ['Not all APIs answer alike, which grants alone do not explain.'] : []),
      change === 'add'
        ? 'Otherwise grant what is needed; what is held already stays as it is.'
        : 'Otherwise revoke what must not be held; what is inherited, or held through a group, has to be revoked where it was granted.',
      ...unnamed,
    ],
    rest: [...looks, ...changes],
    changes,
    sql,
  };
}

function isMixed({ observed }: Pick<Cell, 'observed'>): boolean {
  return new Set(observed.map(({ kind }) => kind)).size > 1;
}

/** How Unity Catalog calls an identity, where the target says so. */
export function principalOf({ principals = {} }: RunEvent['target'], identity: string): string | undefined {
  return Object.hasOwn(principals, identity) ? principals[identity] : undefined;
}

const everyPrivilege: readonly NeededPrivilege[] = ['USE CATALOG', 'USE SCHEMA', 'EXECUTE'];

function placed(service: string, privileges: readonly string[]): readonly PlacedPrivilege[] {
  return privileges.filter(isNeeded).map((privilege) => ({ privilege, ...securableOf(service, homeOf(privilege)) }));
}

function changeOf(
  api: string,
  { privilege, type, name }: PlacedPrivilege,
  principal: string,
  change: 'add' | 'remove',
) {
  const body = { changes: [{ principal, [change]: [privilege.replaceAll(' ', '_')] }] };
  return commandOf('PATCH', `${api}/permissions/${type}/${encodeURIComponent(name)}`, JSON.stringify(body));
}

function commandOf(method: string, url: string, text?: string): string {
  const body = text === undefined ? {} : { body: { kind: 'text', text, bytes: Buffer.byteLength(text) } as const };
  const type = text === undefined ? [] : [['Content-Type', 'application/json'] as const];
  const headers = [['Authorization', 'Bearer'] as const, ...type];
  return curlOf({ request: { method, url, headers, ...body }, times: { startedAt: 0, end: 0 } });
}

function statementOf({ privilege, type, name }: PlacedPrivilege, principal: string, change: 'add' | 'remove'): string {
  const securable = `${type.replace('_', ' ').toUpperCase()} ${name.split('.').map(quoted).join('.')}`;
  return change === 'add'
    ? `GRANT ${privilege} ON ${securable} TO ${quoted(principal)};`
    : `REVOKE ${privilege} ON ${securable} FROM ${quoted(principal)};`;
}

/** An identifier of Databricks SQL: a backtick in it is doubled. */
function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
