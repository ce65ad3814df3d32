import { ok, type Result } from '../../problem/index.js';
import { type Issued, renewalOf } from './issued.js';

/** Whoever refused to issue a token is not asked again at once: a client that goes on may be locked out. */
const pauseMs = 10_000;

/**
 * Keeps one token: fetches it when it is first asked for, again before it expires, and once for all who ask meanwhile.
 * While it cannot be renewed, the old one serves until its end.
 */
export function keepToken(fetch: () => Promise<Result<Issued>>, now: () => number): () => Promise<Result<string>> {
  let kept: Issued | undefined;
  let underWay: Promise<Result<Issued>> | undefined;
  let failure: { readonly result: Result<Issued>; readonly until: number } | undefined;

  const renew = async (): Promise<Result<Issued>> => {
    const result = await fetch();
    if (result.ok) kept = result.value;
    failure = result.ok ? undefined : { result, until: now() + pauseMs };
    return result;
  };

  return async () => {
    if (kept !== undefined && now() < renewalOf(kept)) return ok(kept.token);
    const paused = failure !== undefined && now() < failure.until ? failure.result : undefined;
    underWay ??= paused === undefined ? renew().finally(() => (underWay = undefined)) : undefined;
    const result = paused ?? (await (underWay as Promise<Result<Issued>>));
    if (result.ok) return ok(result.value.token);
    return kept !== undefined && now() < kept.expiresAt ? ok(kept.token) : result;
  };
}
