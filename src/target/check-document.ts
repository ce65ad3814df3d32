import { failed, ok, type Problem, type Result } from '../problem/index.js';
import type { YamlSource } from '../spec/index.js';
import { combine } from './combine.js';
import type { Vocabulary } from './context.js';
import { issuerProblems } from './issuer.js';
import { readLimits } from './limits.js';
import { readModels } from './models.js';
import { roleProblems } from './role-problems.js';
import type { Target } from './target.js';
import type { TargetDocument } from './target-schema.js';
import { readOrigin, readWorkspaces } from './workspaces.js';

/** Everything of a target that stands in its file itself. */
export type CheckedDocument = Pick<Target, 'workspaces' | 'accountUrl' | 'models' | 'limits'>;

/** Checks what can be checked without following a reference. */
export function checkDocument(
  source: YamlSource,
  document: TargetDocument,
  { roles, apis }: Vocabulary,
): Result<CheckedDocument> {
  const problems = [
    ...roleProblems(source, document, roles),
    ...credentialProblems(source, document),
    ...issuerProblems(source, document),
  ];
  const accountUrl = document['account-url'];
  const parts = combine<CheckedDocument & { problems: undefined }>({
    problems: problems.length > 0 ? failed(...problems) : ok(undefined),
    workspaces: readWorkspaces(source, document.workspaces ?? {}),
    models: readModels(source, document.models ?? {}, { roles, apis }),
    limits: readLimits(source, document.limits ?? {}),
    ...(accountUrl === undefined
      ? {}
      : { accountUrl: readOrigin(source, ['account-url'], 'the `account-url`', accountUrl) }),
  });
  if (!parts.ok) return parts;
  const { problems: _, ...checked } = parts.value;
  return ok(checked);
}

function credentialProblems(source: YamlSource, { identities }: TargetDocument): readonly Problem[] {
  return Object.entries(identities)
    .map(([role, { token, profile, client, cli }]) => ({
      role,
      count: [token, profile, client, cli].filter((credential) => credential !== undefined).length,
    }))
    .filter(({ count }) => count !== 1)
    .map(({ role, count }) => ({
      code: 'target.credential-unclear',
      message: `identity ${role} has ${count === 0 ? 'no credential' : 'more than one credential'}`,
      place: source.place(['identities', role], 'key'),
      fix: 'write one of `token: { env: NAME }`, `client: { id: …, secret: { env: NAME } }`, `profile: NAME` and `cli: { profile: NAME }`',
    }));
}
