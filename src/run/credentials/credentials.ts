import { failed, ok, type Result } from '../../problem/index.js';
import type { Credential, Target } from '../../target/index.js';
import { type Forget, onAbort, type Redactor, type RetryClock, type WireClient } from '../../wire/index.js';
import { fetchClientToken } from './client-token.js';
import type { Issued } from './issued.js';
import { keepToken } from './keep-token.js';
import { fetchLoginToken } from './login-token.js';
import { tokenRequests } from './token-requests.js';

/** Hands out the tokens by which identities prove themselves. */
export interface Credentials {
  /** The token that the identity sends to the origin, fetched if it has to be. An abort ends the waiting, not the fetching. */
  token(role: string, origin: string, signal: AbortSignal): Promise<Result<string>>;
}

export interface CredentialsOptions {
  readonly target: Target;
  readonly client: WireClient;
  readonly clock: RetryClock;
  /** Learns each token before anybody is given it. */
  readonly redactor: Redactor;
  readonly userAgent: string;
  /** Aborts when nobody needs a token any more. */
  readonly signal: AbortSignal;
}

/** Tokens are fetched once for each identity and issuer, kept, shared by all cases, and renewed before they expire. */
export function openCredentials(options: CredentialsOptions): Credentials {
  const { target, clock, redactor, signal: end } = options;
  const requests = tokenRequests(options.client, clock, options.userAgent, end);
  const now = () => clock.now();
  const kept = new Map<string, () => Promise<Result<string>>>();

  const fetch = async (role: string, origin: string, credential: Fetched): Promise<Result<Issued>> => {
    const who = `the identity ${role}`;
    const issued =
      credential.kind === 'client'
        ? await fetchClientToken(who, credential, origin, requests)
        : await fetchLoginToken(who, credential, origin, { now, signal: end });
    if (issued.ok) redactor.learn([issued.value.token]);
    return issued;
  };

  return {
    async token(role, origin, signal) {
      const credential = target.identities[role]?.credential;
      if (credential === undefined) throw new Error(`the target has no identity ${role}`);
      if (credential.kind === 'pat') return ok(credential.secret);
      const key = JSON.stringify([role, issuerOf(credential) ?? origin]);
      const token = kept.get(key) ?? keepToken(() => fetch(role, origin, credential), now);
      kept.set(key, token);
      return unlessAborted(token(), signal, role);
    },
  };
}

type Fetched = Exclude<Credential, { readonly kind: 'pat' }>;

/** What issues the same token wherever it is sent. */
function issuerOf(credential: Fetched): string | undefined {
  return credential.kind === 'client' ? credential.issuer?.host : credential.profile;
}

async function unlessAborted(
  token: Promise<Result<string>>,
  signal: AbortSignal,
  role: string,
): Promise<Result<string>> {
  let forget: Forget | undefined;
  const aborted = new Promise<Result<string>>((resolve) => {
    const message = `the run was interrupted while a token for the identity ${role} was fetched`;
    const abort = () => resolve(failed({ code: 'target.token-unavailable', message }));
    if (signal.aborted) abort();
    else forget = onAbort(signal, abort);
  });
  try {
    return await Promise.race([token, aborted]);
  } finally {
    forget?.();
  }
}
