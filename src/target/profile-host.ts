import { failed, ok, type Problem, type Result } from '../problem/index.js';
import type { Credential } from './credential.js';
import { parseHost } from './host.js';
import type { Asker } from './secret-value.js';
import type { Settings } from './settings.js';

/** Where the requests of a target go. */
export interface Destinations {
  readonly workspaces: readonly string[];
  readonly accountUrl?: string;
}

/**
 * Ties a profile's credential to the profile's host: to send it to another one would give it away. The host of an
 * account is no destination; it may issue the tokens of a client all the same.
 */
export function tieToHost(
  credential: Credential,
  { who, place }: Asker,
  profile: Settings,
  { workspaces, accountUrl }: Destinations,
): Result<Credential> {
  const { host: setting, account_id: accountId } = profile;
  if (setting === undefined) return ok(credential);
  const refuse = (problem: Problem) => failed({ ...problem, ...(place === undefined ? {} : { place }) });
  const host = parseHost(setting.value);
  if (!host.ok)
    return refuse({ code: 'target.bad-url', message: `the host of ${setting.origin} ${host.reason}`, fix: host.fix });
  if (workspaces.includes(host.origin)) return ok(credential);
  if (credential.kind === 'client' && (accountId !== undefined || host.origin === accountUrl)) {
    const issuer = { host: host.origin, ...(accountId === undefined ? {} : { accountId: accountId.value }) };
    return ok({ ...credential, issuer });
  }
  if (host.origin === accountUrl) return ok(credential);
  return refuse({
    code: 'target.profile-other-host',
    message: `${who} would send the credential of ${setting.origin}, which belongs to ${host.origin}, to another host`,
    fix: 'take a profile whose host is one of the hosts of the target, or give the credential by a variable',
  });
}
