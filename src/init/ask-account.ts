import { failed, ok, type Result } from '../problem/index.js';
import { type ContextOptions, listServices, lookAtWorkspace, openContext } from '../run/index.js';
import type { Target } from '../target/index.js';
import type { Known } from './template.js';

/** Asks the workspace of a target which one it is, and which model services a schema has. */
export async function askAccount(
  schema: string,
  credential: string,
  options: Omit<ContextOptions, 'emit'>,
): Promise<Result<Known>> {
  const { context, close } = openContext({ ...options, emit: () => undefined });
  try {
    const { problems, workspaceId } = await lookAtWorkspace('home', context);
    if (problems.length > 0) return failed(...problems);
    const services = await listServices(schema, context);
    if (!services.ok) return services;
    const known = { url: urlOf(options.target), credential, services: services.value };
    // What a gateway says of itself is going to stand in a file.
    return ok(/^\d+$/.test(workspaceId ?? '') && workspaceId !== undefined ? { ...known, workspaceId } : known);
  } finally {
    await close();
  }
}

function urlOf({ workspaces }: Target): string {
  return workspaces['home']?.url ?? '';
}
