import { type Reply, refuse } from '../gateway/reply.js';

/** Which page a query asks for; of a call without `max_results` all is one page. */
export interface Page {
  readonly maxResults: string | null;
  readonly token: string | null;
}

export const unpaged: Page = { maxResults: null, token: null };

interface Assignment {
  readonly principal: string;
  readonly privileges: readonly unknown[];
}

/** How many privileges a page holds at least, and when the length is left to the server: the least that may be asked for. */
const pageLength = 150;

/**
 * An answer with a page of assignments, each of them whole. The length counts privileges; 0 leaves it to the server, and
 * what is below 150 is refused (Databricks REST API, "Get Permissions" and "Get Effective Permissions").
 */
export function pageOf(assignments: readonly Assignment[], { maxResults, token }: Page): Reply {
  if (maxResults === null) return answer(assignments);
  const length = Number(maxResults);
  if (!Number.isInteger(length) || length < 0 || (length > 0 && length < pageLength))
    return refuse(400, 'INVALID_PARAMETER_VALUE', `'max_results' must be 0, or at least ${pageLength}.`).reply;
  const start = Number(token ?? 0);
  if (!Number.isInteger(start) || start < 0)
    return refuse(400, 'INVALID_PARAMETER_VALUE', "'page_token' is not one of this list.").reply;
  let end = start;
  for (let privileges = 0; end < assignments.length; end += 1) {
    privileges += assignments[end]?.privileges.length ?? 0;
    if (privileges > pageLength) break;
  }
  return answer(assignments.slice(start, end), end < assignments.length ? String(end) : undefined);
}

function answer(assignments: readonly Assignment[], next?: string): Reply {
  return {
    kind: 'answer',
    body: {
      ...(assignments.length > 0 && { privilege_assignments: assignments }),
      ...(next !== undefined && { next_page_token: next }),
    },
  };
}
