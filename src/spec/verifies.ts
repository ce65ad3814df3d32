import { isJsonObject } from '../json/index.js';
import type { CaseTemplate } from './schema/case-schema.js';

type Verifies = CaseTemplate['verifies'];

/** Every requirement that a case verifies, with where it stands below `verifies`. */
export function requirementsIn(
  verifies: Verifies,
): readonly { readonly id: string; readonly path: readonly (string | number)[] }[] {
  if (typeof verifies === 'string') return [{ id: verifies, path: [] }];
  if (Array.isArray(verifies)) return verifies.map((id: string, index) => ({ id, path: [index] }));
  return Object.entries(verifies).flatMap(([api, own]) =>
    requirementsIn(own).map(({ id, path }) => ({ id, path: [api, ...path] })),
  );
}

/** What the instances on each API verify; undefined when all verify the same. */
export function requirementsByApi(verifies: Verifies): Readonly<Record<string, readonly string[]>> | undefined {
  if (!isJsonObject(verifies)) return undefined;
  return Object.fromEntries(Object.entries(verifies).map(([api, own]) => [api, [own].flat() as string[]]));
}

/** The key under which an API's requirements stand: its own, or that of its dialect (`chat` for `chat-openai`). */
export function keyOfApi(api: string, keys: readonly string[]): string | undefined {
  const dialect = api.split('-', 1)[0] ?? api;
  return keys.includes(api) ? api : keys.includes(dialect) ? dialect : undefined;
}
