import { hostname } from 'node:os';
import {
  changesOf,
  inWords,
  otherUnderWay,
  partsOf,
  permissionsPath,
  readHeld,
  restorer,
  succeeded,
} from '../grants/index.js';
import type { GrantChange, SecurableKind } from '../spec/index.js';
import { type AskHow, askingWith } from './ask.js';
import type { RunContext } from './context.js';
import type { Performed } from './performed.js';
import type { Stop } from './stop.js';

const types = { service: 'model_service', schema: 'schema', catalog: 'catalog' } as const satisfies Record<
  SecurableKind,
  string
>;

export interface ChangeHow extends AskHow {
  /** The step says itself what the account has to answer; otherwise it has to make the change. */
  readonly judged: boolean;
}

/**
 * Changes grants: reads what stands, writes that down where it outlives this process, then asks for the change. What
 * was read and what was changed are all recorded; the answer to the last change is what is judged.
 */
export async function changeGrants(change: GrantChange, how: ChangeHow, context: RunContext): Promise<Performed> {
  const { target, grants: log, clock } = context;
  const { verb, on, at, as, identity, privileges } = change;
  const model = target.models[on];
  const principal = target.identities[identity]?.principal;
  const workspace = target.workspaces['home']?.url;
  if (model?.scratch !== true || principal === undefined || workspace === undefined)
    throw new Error(`grants on ${on} are not to be changed`);
  const asking = askingWith(context, how);
  let stop: Stop | undefined;
  for (const part of partsOf(model.fqn, privileges, at === undefined ? undefined : types[at])) {
    const { securable } = part;
    const held = await readHeld(asking.ask, restorer, securable, principal);
    if (!held.ok) {
      // Without a record there is no change; and that the admin may not look says nothing about who tries to change.
      stop = notChanged(`what ${principal} holds on ${securable.name} cannot be read: ${held.reply.message}`);
      break;
    }
    const other = otherUnderWay(log, workspace);
    if (other !== undefined) {
      stop = notChanged(other.message);
      break;
    }
    log.write({
      version: 1,
      workspace,
      securable,
      principal,
      privileges: part.privileges,
      held: held.privileges.filter((privilege) => part.privileges.includes(privilege)),
      writtenAt: new Date(clock.now()).toISOString(),
      by: { process: process.pid, host: hostname() },
    });
    const [add, remove] = verb === 'grant' ? [part.privileges, []] : [[], part.privileges];
    const json = changesOf(principal, add, remove);
    const reply = await asking.ask({ as, method: 'PATCH', path: permissionsPath(securable), json });
    if (succeeded(reply)) continue;
    if (!how.judged) stop = notChanged(`${as} cannot ${verb} ${inWords(part.privileges, securable)}: ${reply.message}`);
    break;
  }
  const last = asking.last();
  if (last === undefined) throw new Error('a change of grants has at least one privilege');
  return { ...last, attempts: asking.attempts, identity: as, ...(stop === undefined ? {} : { stopped: stop }) };
}

function notChanged(message: string): Stop {
  return { verdict: 'inconclusive', reason: { code: 'grants.not-changed', message } };
}
