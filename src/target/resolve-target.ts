import { basename, dirname, extname } from 'node:path';
import { ok, type Result } from '../problem/index.js';
import type { YamlSource } from '../spec/index.js';
import { type CheckedDocument, checkDocument } from './check-document.js';
import { combine } from './combine.js';
import { type ConfigFile, conventionalConfigFile, readConfigFile, writtenConfigFile } from './config-file.js';
import type { TargetContext } from './context.js';
import { readIdentities } from './identities.js';
import type { Destinations } from './profile-host.js';
import type { Target } from './target.js';
import type { TargetDocument } from './target-schema.js';

/** A target out of a document of the right shape: the rest is checked, and its references are followed. */
export function resolveTarget(source: YamlSource, document: TargetDocument, context: TargetContext): Result<Target> {
  const checked = checkDocument(source, document, context);
  const configFile = findConfigFile(source, document, context);
  const identities = readIdentities(source, document.identities, {
    environment: context.environment,
    configFile: configFile.ok ? configFile.value : undefined,
    destinations: checked.ok ? destinationsOf(checked.value) : undefined,
  });
  const parts = combine<{ checked: CheckedDocument; configFile: unknown; identities: Target['identities'] }>({
    checked,
    configFile,
    identities,
  });
  if (!parts.ok) return parts;
  return ok({
    name: document.name ?? basename(source.file, extname(source.file)),
    source: source.file,
    ...parts.value.checked,
    identities: parts.value.identities,
    warehouses: document.warehouses ?? {},
    features: document.features ?? [],
  });
}

/** The default file may be missing and is read only when it is needed; a file that somebody named must be there. */
function findConfigFile(
  source: YamlSource,
  document: TargetDocument,
  context: TargetContext,
): Result<ConfigFile | undefined> {
  const written = document['config-file'];
  const needed = Object.values(document.identities).some(
    ({ profile, cli }) => profile !== undefined || typeof cli === 'object',
  );
  if (written === undefined) return needed ? readConfigFile(conventionalConfigFile(context)) : ok(undefined);
  const directory = context.directory ?? dirname(source.file);
  return readConfigFile(writtenConfigFile(written, directory, context.homeDirectory, source.place(['config-file'])));
}

function destinationsOf({ workspaces, accountUrl }: CheckedDocument): Destinations {
  return {
    workspaces: Object.values(workspaces).map(({ url }) => url),
    ...(accountUrl === undefined ? {} : { accountUrl }),
  };
}
