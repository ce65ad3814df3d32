import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../problem/index.js';
import { type Issued, renewalOf } from './issued.js';
import { keepToken } from './keep-token.js';
import { clientOf, databricks, never, openFor, serveIssuer, tokenFor, tokenNumber } from './testing/issuer.js';

const refusal = failed({ code: 'target.credential-refused', message: 'no' });

/** A fetch that counts, and a clock that is set. */
function keeping(lifetimeMs: number, answer: (number: number) => Result<unknown> = () => ok(undefined)) {
  let now = 1_000_000;
  let fetched = 0;
  const token = keepToken(
    () => {
      fetched += 1;
      const said = answer(fetched);
      const issued: Issued = { token: `token-${fetched}`, fetchedAt: now, expiresAt: now + lifetimeMs };
      return Promise.resolve(said.ok ? ok(issued) : said);
    },
    () => now,
  );
  return {
    token,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    fetched: () => fetched,
  };
}

describe('a kept token', () => {
  it('is fetched once for all who ask at the same time', async () => {
    const { token, fetched } = keeping(3_600_000);
    const tokens = await Promise.all(Array.from({ length: 50 }, () => token()));
    expect(new Set(tokens.map((one) => one.ok && one.value))).toEqual(new Set(['token-1']));
    await token();
    expect(fetched()).toBe(1);
  });

  it.each([
    ['a fifth of an hour before its end', 3_600_000, 2_880_000],
    ['a minute before its end, if that is more', 200_000, 140_000],
    ['in the middle of a short life', 60_000, 30_000],
  ])('is renewed %s', async (_, lifetime, renewal) => {
    const { token, pass } = keeping(lifetime);
    await token();
    pass(renewal - 1);
    expect(await token()).toEqual(ok('token-1'));
    pass(1);
    expect(await token()).toEqual(ok('token-2'));
  });

  it('that is over at once is fetched for each who asks', async () => {
    const { token } = keeping(0);
    expect([await token(), await token()]).toEqual([ok('token-1'), ok('token-2')]);
  });

  it('serves until its end when it cannot be renewed', async () => {
    const { token, pass } = keeping(3_600_000, (number) => (number === 1 ? ok(undefined) : refusal));
    await token();
    pass(3_599_999);
    expect(await token()).toEqual(ok('token-1'));
    pass(1);
    expect(await token()).toEqual(refusal);
  });

  it('is not asked for again at once after a refusal', async () => {
    const { token, pass, fetched } = keeping(3_600_000, (number) => (number === 1 ? refusal : ok(undefined)));
    expect([await token(), await token()]).toEqual([refusal, refusal]);
    pass(9_999);
    await token();
    expect(fetched()).toBe(1);
    pass(1);
    expect(await token()).toEqual(ok('token-2'));
  });

  it('is never renewed before the middle of its life nor after its end', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (fetchedAt, lifetime) => {
        const renewal = renewalOf({ token: '', fetchedAt, expiresAt: fetchedAt + lifetime });
        expect(renewal).toBeGreaterThanOrEqual(fetchedAt + lifetime / 2);
        expect(renewal).toBeLessThanOrEqual(fetchedAt + lifetime);
      }),
    );
  });
});

describe('the tokens of a run', () => {
  it('are shared by concurrent cases, renewed in the middle of it, and all redacted', async () => {
    const { origin, asked } = await serveIssuer(databricks((number) => tokenFor(number, 100)));
    const { token, clock, redacted } = openFor(clientOf());
    const at = () => Promise.all(Array.from({ length: 10 }, () => token('default', origin, never)));
    const values = async () => new Set((await at()).map((one) => one.ok && one.value));
    expect(await values()).toEqual(new Set([tokenNumber(1)]));
    clock.pass(49_000);
    expect(await values()).toEqual(new Set([tokenNumber(1)]));
    clock.pass(1_000);
    expect(await values()).toEqual(new Set([tokenNumber(2)]));
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2);
    expect(redacted(`${tokenNumber(1)} ${tokenNumber(2)}`)).toBe('‹redacted: secret› ‹redacted: secret›');
  });

  it.each<[unknown, number]>([
    [undefined, 480_000],
    [Number.MAX_VALUE, 0.8 * 24 * 3_600_000],
  ])('with a lifetime of %s are trusted for a while only', async (seconds, renewal) => {
    const { origin } = await serveIssuer(databricks((number) => tokenFor(number, seconds ?? null)));
    const { token, clock } = openFor(clientOf());
    await token('default', origin, never);
    clock.pass(renewal - 1);
    expect(await token('default', origin, never)).toMatchObject({ value: tokenNumber(1) });
    clock.pass(1);
    expect(await token('default', origin, never)).toMatchObject({ value: tokenNumber(2) });
  });

  it('are not waited for after an interruption, and still arrive for the clean-up', async () => {
    let answer = (_: unknown) => {};
    const { origin } = await serveIssuer(
      databricks(async () => {
        await new Promise((resolve) => {
          answer = resolve;
          interruption.abort();
        });
        return tokenFor(1);
      }),
    );
    const interruption = new AbortController();
    const { token } = openFor(clientOf());
    const interrupted = await token('default', origin, interruption.signal);
    expect(interrupted).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('interrupted') }] });
    const later = token('default', origin, never);
    answer(undefined);
    expect(await later).toMatchObject({ value: tokenNumber(1) });
  });

  it('of a personal access token are the token itself', async () => {
    const { token } = openFor({ kind: 'pat', secret: 'token-one', origin: 'variable A' });
    expect(await token('default', 'https://home.test', never)).toEqual(ok('token-one'));
  });
});
