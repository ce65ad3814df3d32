import type { Problem } from '../problem/index.js';
import type { YamlSource } from '../spec/index.js';
import type { Issuer } from './credential.js';
import { parseOrigin } from './origin.js';
import type { TargetDocument } from './target-schema.js';

type ClientDocument = NonNullable<TargetDocument['identities'][string]['client']>;

/** Who issues the tokens of a client, if one issuer does; an account's tokens come from the account-level URL otherwise. */
export function issuerOf(
  { host: written, 'account-id': accountId }: ClientDocument,
  accountUrl: string | undefined,
): Issuer | undefined {
  const origin = written === undefined ? undefined : parseOrigin(written);
  const host = origin === undefined ? accountUrl : origin.ok ? origin.origin : undefined;
  if (host === undefined || (written === undefined && accountId === undefined)) return undefined;
  return { host, ...(accountId === undefined ? {} : { accountId }) };
}

/** What is wrong with the issuers that a target file names. */
export function issuerProblems(source: YamlSource, document: TargetDocument): readonly Problem[] {
  return Object.entries(document.identities).flatMap(([role, { client }]) =>
    client === undefined ? [] : clientProblems(source, role, client, document['account-url']),
  );
}

function clientProblems(
  source: YamlSource,
  role: string,
  { host, 'account-id': accountId }: ClientDocument,
  accountUrl: string | undefined,
): readonly Problem[] {
  const path = ['identities', role, 'client'];
  if (host === undefined) {
    if (accountId === undefined || accountUrl !== undefined) return [];
    return [
      {
        code: 'target.credential-unclear',
        message: `the client of identity ${role} names an account, but no host that issues its tokens`,
        place: source.place([...path, 'account-id']),
        fix: 'add `host`, such as https://accounts.cloud.databricks.com or https://accounts.azuredatabricks.net',
      },
    ];
  }
  const origin = parseOrigin(host);
  if (origin.ok) return [];
  return [
    {
      code: 'target.bad-url',
      message: `the \`host\` of the client of identity ${role} ${origin.reason}`,
      place: source.place([...path, 'host']),
      fix: origin.fix,
    },
  ];
}
