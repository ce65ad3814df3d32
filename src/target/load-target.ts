import { basename, dirname, extname } from 'node:path';
import { failed, ok, type Problem, type Result } from '../problem/index.js';
import { checkShape, type Roles, type YamlSource } from '../spec/index.js';
import { type CheckedDocument, checkDocument } from './check-document.js';
import { combine } from './combine.js';
import { type ConfigFile, conventionalConfigFile, readConfigFile, writtenConfigFile } from './config-file.js';
import type { TargetContext } from './context.js';
import { readIdentities } from './identities.js';
import { withoutSecretsInMessages } from './mask-problem.js';
import { withoutSecrets } from './secrets-in-file.js';
import type { Target } from './target.js';
import { type TargetDocument, TargetSchema } from './target-schema.js';

/**
 * Checks a target file and resolves its references. Reads the configuration file when an identity names a profile.
 * No problem shows a secret, whether it stands in the file or in what the file refers to.
 */
export function loadTarget(source: YamlSource, context: TargetContext): Result<Target> {
  return read(source, (clean, document) => resolveTarget(clean, document, context));
}

/** Checks a target file alone: nothing that it refers to has to be there. */
export function checkTarget(source: YamlSource, roles: Roles, apis: readonly string[]): readonly Problem[] {
  const checked = read(source, (clean, document) => checkDocument(clean, document, { roles, apis }));
  return checked.ok ? [] : checked.problems;
}

/** Hands on a document of the right shape that shows no secret; problems of the secrets join those of the rest. */
function read<Value>(
  source: YamlSource,
  next: (clean: YamlSource, document: TargetDocument) => Result<Value>,
): Result<Value> {
  const { problems: secrets, source: clean } = withoutSecrets(source);
  if (clean === undefined) return failed(...secrets);
  const shape = checkShape(clean, TargetSchema);
  const result = withoutSecretsInMessages(shape.ok ? next(clean, shape.value) : shape);
  if (secrets.length === 0) return result;
  const others = result.ok
    ? []
    : result.problems.filter((problem) => !secrets.some((secret) => standTogether(secret, problem)));
  return failed(...secrets, ...others);
}

/** What else is wrong with a secret's place follows from the secret. */
function standTogether(a: Problem, b: Problem): boolean {
  return a.place?.line === b.place?.line && a.place?.column === b.place?.column;
}

function resolveTarget(source: YamlSource, document: TargetDocument, context: TargetContext): Result<Target> {
  const checked = checkDocument(source, document, context);
  const configFile = findConfigFile(source, document, context);
  const identities = readIdentities(source, document.identities, {
    environment: context.environment,
    configFile: configFile.ok ? configFile.value : undefined,
    origins: checked.ok ? originsOf(checked.value) : undefined,
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
  const needed = Object.values(document.identities).some(({ profile }) => profile !== undefined);
  if (written === undefined) return needed ? readConfigFile(conventionalConfigFile(context)) : ok(undefined);
  const directory = context.directory ?? dirname(source.file);
  return readConfigFile(writtenConfigFile(written, directory, context.homeDirectory, source.place(['config-file'])));
}

function originsOf({ workspaces, accountUrl }: CheckedDocument): readonly string[] {
  return [...Object.values(workspaces).map(({ url }) => url), ...(accountUrl === undefined ? [] : [accountUrl])];
}
