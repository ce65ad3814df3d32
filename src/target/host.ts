import { type Origin, parseOrigin } from './origin.js';

/** A host as Databricks' own tools take it, from DATABRICKS_HOST or a profile. */
export type Host =
  | { readonly ok: true; readonly origin: string; readonly workspaceId?: string }
  | Extract<Origin, { ok: false }>;

/**
 * Reads a host with or without scheme and trailing slash. `?o=ID`, which stands in a workspace's address when it is
 * copied from a browser, becomes the workspace's id, as in databricks-sdk-go.
 */
export function parseHost(text: string): Host {
  const address = text.includes('://') ? text : `https://${text}`;
  if (!URL.canParse(address)) return parseOrigin(address);
  const url = new URL(address);
  const workspaceId = url.searchParams.get('o');
  if (workspaceId === null) return parseOrigin(address);
  url.searchParams.delete('o');
  const origin = parseOrigin(url.href);
  return origin.ok ? { ...origin, workspaceId } : origin;
}
