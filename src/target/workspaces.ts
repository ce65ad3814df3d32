import { failed, ok, type Problem, type Result } from '../problem/index.js';
import type { YamlPath, YamlSource } from '../spec/index.js';
import { combine } from './combine.js';
import { parseOrigin } from './origin.js';
import type { Workspace } from './target.js';
import type { TargetDocument } from './target-schema.js';

export function readOrigin(source: YamlSource, path: YamlPath, what: string, text: string): Result<string> {
  const origin = parseOrigin(text);
  return origin.ok
    ? ok(origin.origin)
    : failed({
        code: 'target.bad-url',
        message: `${what} ${origin.reason}`,
        place: source.place(path),
        fix: origin.fix,
      });
}

export function readWorkspaces(
  source: YamlSource,
  workspaces: NonNullable<TargetDocument['workspaces']>,
): Result<Record<string, Workspace>> {
  if (!Object.hasOwn(workspaces, 'home')) return failed(withoutHome(source));
  const read = combine<Record<string, Workspace>>(
    Object.fromEntries(
      Object.entries(workspaces).map(([role, { url, id }]) => [role, readWorkspace(source, role, url, id)]),
    ),
  );
  if (!read.ok) return read;
  const repeated = repeatedIds(source, read.value);
  return repeated.length > 0 ? { ok: false, problems: repeated } : read;
}

function withoutHome(source: YamlSource): Problem {
  return {
    code: 'target.no-workspace',
    message: 'the target has no workspace home, which is where requests go',
    place: source.place(['workspaces'], 'key'),
    fix: 'add `workspaces: { home: { url: https://…, id: "…" } }`',
  };
}

function readWorkspace(
  source: YamlSource,
  role: string,
  url: string,
  id: string | number | undefined,
): Result<Workspace> {
  const origin = readOrigin(source, ['workspaces', role, 'url'], `the \`url\` of workspace ${role}`, url);
  if (id === undefined) return origin.ok ? ok({ url: origin.value }) : origin;
  return combine<{ url: string; id: string }>({ url: origin, id: readId(source, role, id) });
}

/** The digits as they stand in the file: as a number, a long id would already have been rounded. */
function readId(source: YamlSource, role: string, value: string | number): Result<string> {
  const path = ['workspaces', role, 'id'];
  const text = source.scalarText(path) ?? String(value);
  if (isWorkspaceId(text)) return ok(text);
  return failed({
    code: 'target.bad-workspace-id',
    message: `the id of workspace ${role} is not a workspace's number`,
    place: source.place(path),
    fix: "write its digits only, as they follow `?o=` in the workspace's address",
  });
}

export function isWorkspaceId(text: string): boolean {
  return /^[1-9][0-9]*$/.test(text);
}

/** Two roles for one workspace would let a case that needs two of them pass without having seen a second. */
function repeatedIds(source: YamlSource, workspaces: Readonly<Record<string, Workspace>>): readonly Problem[] {
  const roleOf = new Map<string, string>();
  return Object.entries(workspaces).flatMap(([role, { id }]): Problem[] => {
    if (id === undefined) return [];
    const first = roleOf.get(id);
    if (first === undefined) {
      roleOf.set(id, role);
      return [];
    }
    return [
      {
        code: 'target.same-workspace',
        message: `workspaces ${first} and ${role} have the same id`,
        place: source.place(['workspaces', role, 'id']),
        fix: 'name another workspace, or leave the role out',
      },
    ];
  });
}
