import { failed, ok, type Result } from '../problem/index.js';
import { combine } from './combine.js';
import { type TargetContext, variable } from './context.js';
import type { Credential } from './credential.js';
import { credentialOfSettings } from './credential-of-settings.js';
import { parseHost } from './host.js';
import { defaultTargetLimits } from './limits.js';
import { programOf } from './login.js';
import { withoutSecretsInMessages } from './mask-problem.js';
import { modelsFromEnvironment } from './models-from-environment.js';
import { tieToHost } from './profile-host.js';
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
    credential: connection.ok
      ? readCredential(connection.value, home.ok ? home.value : undefined, context.environment)
      : failed(),
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
    warehouses: warehousesOf(context),
    features: [],
    limits: defaultTargetLimits,
  });
}

/** The variable that Databricks' own tools read (Databricks SDKs, `warehouse_id`). */
function warehousesOf({ environment }: TargetContext): Target['warehouses'] {
  const id = variable(environment, 'DATABRICKS_WAREHOUSE_ID');
  return id === undefined ? {} : { default: { id } };
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

function readCredential(
  { settings, profile }: Connection,
  home: Workspace | undefined,
  environment: TargetContext['environment'],
): Result<Credential> {
  const credential = credentialOfSettings(settings, {
    who,
    login: {
      ...(profile === undefined ? {} : { profile: profile.name, configFile: profile.path }),
      program: programOf(environment, settings),
    },
    absent:
      profile === undefined
        ? {
            code: 'target.variable-missing',
            message: `${who} needs the variable DATABRICKS_TOKEN, which is not set`,
            fix: 'set DATABRICKS_TOKEN to a personal access token, or DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET',
          }
        : {
            code: 'target.profile-incomplete',
            message: `${who} needs a credential, which ${profile.origin} does not have`,
            fix: 'add `token` to the profile, or `client_id` and `client_secret`, or set DATABRICKS_TOKEN',
          },
  });
  if (!credential.ok || home === undefined || profile === undefined || !isOfProfile(credential.value, settings))
    return credential;
  return tieToHost(credential.value, { who }, profile.settings, { workspaces: [home.url] });
}

function isOfProfile({ kind }: Credential, settings: Settings): boolean {
  switch (kind) {
    case 'pat':
      return settings['token']?.from === 'profile';
    case 'client':
      return settings['client_secret']?.from === 'profile';
    case 'cli':
      return true;
  }
}
