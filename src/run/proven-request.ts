import type { StatementRequest } from '../api/index.js';
import { type Sender, senderOf } from '../plan/index.js';
import type { Sending } from '../spec/index.js';
import type { HeaderPair } from '../wire/index.js';
import { type BuiltRequest, buildRequest, routeOf } from './build-request.js';
import type { RunContext } from './context.js';
import { credentialHeaders, sendsToken } from './credential-headers.js';
import type { Scope } from './scope.js';
import { stopping } from './stop.js';

/** A request with the headers by which its sender proves itself. Rejects with a stop when the sender's token cannot be had. */
export async function provenRequest(
  action: Sending,
  scope: Scope,
  signal: AbortSignal,
  context: RunContext,
  next?: StatementRequest,
): Promise<BuiltRequest> {
  const sender = senderOf(action, scope.bindings);
  const { origin } = routeOf(scope.target, sender);
  const proof = await proofOf(sender, origin, signal, context);
  return buildRequest(action, scope, context.apis, context.userAgent, proof, next);
}

async function proofOf(
  sender: Sender,
  origin: string,
  signal: AbortSignal,
  { target, credentials }: RunContext,
): Promise<readonly HeaderPair[]> {
  if (!sendsToken(sender)) return credentialHeaders(target, sender);
  const token = await credentials.token(sender.identity, origin, signal);
  if (token.ok) return credentialHeaders(target, sender, token.value);
  const message = token.problems.map((problem) => problem.message).join('; ');
  const code = signal.aborted ? 'interrupted' : 'credential.unavailable';
  throw stopping({ verdict: 'error', reason: { code, message } });
}
