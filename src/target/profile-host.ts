import type { Problem } from '../problem/index.js';
import { parseHost } from './host.js';
import type { Settings } from './settings.js';

/** A profile ties its token to a host. To send the token to another one would give it away. */
export function profileHostProblems(
  who: string,
  profile: Settings,
  destinations: readonly string[],
): readonly Problem[] {
  const setting = profile['host'];
  if (setting === undefined) return [];
  const host = parseHost(setting.value);
  if (!host.ok)
    return [{ code: 'target.bad-url', message: `the host of ${setting.origin} ${host.reason}`, fix: host.fix }];
  if (destinations.includes(host.origin)) return [];
  return [
    {
      code: 'target.profile-other-host',
      message: `${who} would send the token of ${setting.origin}, which belongs to ${host.origin}, to another host`,
      fix: 'take a profile whose host is one of the hosts of the target, or give the token by a variable',
    },
  ];
}
