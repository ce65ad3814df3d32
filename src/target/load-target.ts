import { failed, type Problem, type Result } from '../problem/index.js';
import type { Roles, YamlSource } from '../spec/index.js';
import { checkShape } from '../spec/loading.js';
import { checkDocument } from './check-document.js';
import type { TargetContext } from './context.js';
import { withoutSecretsInMessages } from './mask-problem.js';
import { resolveTarget } from './resolve-target.js';
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
