import { failed, ok, type Result } from '../problem/index.js';
import { combine } from './combine.js';
import type { TargetContext } from './context.js';
import type { Credential } from './credential.js';
import { parseHost } from './host.js';
import { defaultTargetLimits } from './limits.js';
import { withoutSecretsInMessages } from './mask-problem.js';
import { modelsFromEnvironment } from './models-from-environment.js';
import { personalAccessToken } from './personal-access-token.js';
import { profileHostProblems } from './profile-host.js';
import { type Connection, readConnection, type Setting, type Settings } from './settings.js';
import type { Target, Workspace } from './target.js';
import { isWorkspaceId } from './workspaces.js';

const who = 'identity default';

/**
 * A target from the conventional variables alone: one workspace, `home`, one identity, `default`, and the model services
 * that GATEWAY_CONFORMANCE_MODEL_… names. `profile` is the profile that somebody asked for by name.
 */
export function targetFromEnvironment(context: TargetContext, profile?: string): Result<Target> {
  const connection = readConnection(context, who, profile);
  const home = connection.ok ? readHome(connection.value.settings) : connection;
  const parts = combine<{ home: Workspace; credential: Credential; models: Target['models'] }>({
    home,
    credential: connection.ok ? readCredential(connection.value, home.ok ? home.value : undefined) : failed(),
    models: modelsFromEnvironment(context),
  });
  if (!parts.ok) return withoutSecretsInMessages(parts);
  const { credential, models } = parts.value;
  return ok({
    name: new URL(parts.value.home.url).host,
    source: 'env',
    workspaces: { home: parts.value.home },
    models,
    identities: { default: { credential, expects: {}, refused: false } },
    features: [],
    limits: defaultTargetLimits,
  });
}

function readHome({ host: written, workspace_id: workspaceId }: Settings): Result<Workspace> {
  if (written === undefined) {
    return failed({
      code: 'target.no-workspace',
      message: 'neither the environment nor a profile names a workspace',
      fix: 'set DATABRICKS_HOST and DATABRICKS_TOKEN, or DATABRICKS_CONFIG_PROFILE',
    });
  }
  const host = parseHost(written.value);
  if (!host.ok)
    return failed({ code: 'target.bad-url', message: `the host (${written.origin}) ${host.reason}`, fix: host.fix });
  const inHost = host.workspaceId === undefined ? undefined : { ...written, value: host.workspaceId };
  const id = chooseId(written, inHost, workspaceId);
  if (id === undefined) return ok({ url: host.origin });
  if (isWorkspaceId(id.value)) return ok({ url: host.origin, id: id.value });
  return failed({
    code: 'target.bad-workspace-id',
    message: `the workspace's id (${id.origin}) is not a workspace's number`,
    fix: "give its digits only, as they follow `?o=` in the workspace's address",
  });
}

/** A variable's id before the host's own; an id from a profile only beside the host of that profile. */
function chooseId(host: Setting, inHost: Setting | undefined, named: Setting | undefined): Setting | undefined {
  if (named?.from === 'variable') return named;
  return inHost ?? (named?.from === host.from ? named : undefined);
}

function readCredential({ settings, profile }: Connection, home: Workspace | undefined): Result<Credential> {
  const credential = personalAccessToken(settings, {
    who,
    absent:
      profile === undefined
        ? {
            code: 'target.variable-missing',
            message: `${who} needs the variable DATABRICKS_TOKEN, which is not set`,
            fix: 'set DATABRICKS_TOKEN to a personal access token',
          }
        : {
            code: 'target.profile-incomplete',
            message: `${who} needs a \`token\`, which ${profile.origin} does not have`,
            fix: 'add `token` to the profile, or set DATABRICKS_TOKEN',
          },
  });
  if (!credential.ok || home === undefined || profile === undefined || settings['token']?.from !== 'profile')
    return credential;
  const elsewhere = profileHostProblems(who, profile.settings, [home.url]);
  return elsewhere.length > 0 ? failed(...elsewhere) : credential;
}
