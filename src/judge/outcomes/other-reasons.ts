import { type GatewayError, namesPrivilege } from '../../api/index.js';
import { codeOf, messageOf } from './readable-error.js';

// A negative test that passes for the wrong reason proves nothing, so what a refusal says is read. Wordings differ between
// layers and change, so only what says plainly that it is something else counts; a wording that nobody knows never fails.

/** That the credential is at fault, and not what its owner may do. */
export function credentialReason(error: GatewayError, status: number): string | undefined {
  if (status === 401) return 'status 401 says that the credential is not accepted.';
  const message = messageOf(error);
  // databricks/unity-gateway#98, and the error tests of n8n-io/n8n for scopes.
  // The whole message: a parser of JSON speaks of invalid tokens too.
  if (/^invalid (?:access )?token\W*$|\bcredential was not sent\b/i.test(message)) {
    return 'the message says that the credential is not accepted.';
  }
  if (/\b(?:required scopes?|invalid scope)\b/i.test(message)) return 'the message says that the token lacks a scope.';
  return undefined;
}

interface Plain {
  readonly says: RegExp;
  readonly reason: string;
}

const plain: readonly Plain[] = [
  // databricks/databricks-cli#383, apache/airflow#60444
  { says: /^(?:no api found for|bad target:)/i, reason: 'the path is none of an API.' },
  // omnigent-ai/omnigent#4463
  {
    says: /\bIP (?:ACL|access list)\b/i,
    reason: "the caller's network address is blocked.",
  },
  // A zero limit is answered with 403: n8n-io/n8n, error tests of the Databricks node.
  { says: /\brate limit of \d/i, reason: 'a rate limit is set.' },
  // "Budgets" in the documentation of the gateway: one that blocks answers with 403. Not a service of that name.
  { says: /(?<![\w.`'"-])budgets?(?![\w.`'"-])/i, reason: 'a budget is used up.' },
];

/** That the gateway is not there for this workspace, whatever is asked of it (databricks/unity-gateway#53). */
export function unavailableReason(error: GatewayError): string | undefined {
  return codeOf(error) === 'FEATURE_DISABLED' ? 'the gateway is not available to this workspace.' : undefined;
}

function plainReason(error: GatewayError): string | undefined {
  return unavailableReason(error) ?? plain.find(({ says }) => says.test(messageOf(error)))?.reason;
}

/** That the refusal is not about what the caller may do. Naming a privilege settles it. */
export function otherThanPermission(error: GatewayError, status: number): string | undefined {
  if (namesPrivilege(error) !== undefined) return undefined;
  return credentialReason(error, status) ?? plainReason(error);
}

/** That the refusal is not about the credential. */
export function otherThanCredential(error: GatewayError, status: number): string | undefined {
  if (credentialReason(error, status) !== undefined) return undefined;
  const privilege = namesPrivilege(error);
  if (privilege !== undefined) return `the message names the privilege ${privilege}, so the caller is known.`;
  // What every other mistake in a request is answered with as well.
  if (
    status === 400 &&
    messageOf(error) !== '' &&
    !/token|credential|auth|key|jwt|log ?in|identity/i.test(messageOf(error))
  ) {
    return 'status 400 with a message that does not speak of a credential.';
  }
  return plainReason(error);
}
