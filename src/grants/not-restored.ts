import { type Problem, shellQuote } from '../problem/index.js';
import type { Target } from '../target/index.js';
import { changesOf, permissionsPath } from './permissions.js';
import type { Restoration } from './restoration.js';
import { inWords } from './securable.js';

/** Grants that are not as they were: what to run with other rights, and how to let the harness look again. */
export function notRestored(restoration: Restoration, because: string, { source }: Target, place: string): Problem {
  const { securable, principal, held, notHeld, workspace } = restoration;
  const changed = inWords([...held, ...notHeld], securable);
  const again = `gateway-conformance grants restore --target ${quoted(source)}`;
  const json = JSON.stringify(changesOf(principal, held, notHeld));
  const repair = `DATABRICKS_HOST=${quoted(workspace)} databricks api patch ${quoted(permissionsPath(securable))} --json ${quoted(json)}`;
  return {
    code: 'grants.not-restored',
    message: `${changed} is not as it was for ${principal}: ${because} (the record stays in ${place})`,
    fix: `with an identity that may change it run \`${repair}\`, then \`${again}\``,
  };
}

/** A command is easier to read where what needs no quotes has none. */
function quoted(text: string): string {
  return /^[A-Za-z0-9_./:=@%+-]+$/.test(text) ? text : shellQuote(text);
}
