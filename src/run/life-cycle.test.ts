import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { apiGroups, apiNames, ruleNames } from '../api/index.js';
import { streamRuleNames } from '../api/loading.js';
import type { FinishedEvent, JournalEvent } from '../journal/index.js';
import { contracted } from '../judge/testing/answers.js';
import { type SimulatedAccount, startSimulatedAccount } from '../mock/index.js';
import { makePlan } from '../plan/index.js';
import { renderProblems } from '../problem/index.js';
import { loadLibrary } from '../spec/loading.js';
import { type Target, targetOfDocument } from '../target/index.js';
import type { RetryClock } from '../wire/index.js';
import { graceMs } from './grace.js';
import { run } from './run.js';

const root = join(import.meta.dirname, '..', '..');
const loaded = loadLibrary(
  { home: join(root, 'specs'), specs: [join(root, 'specs', 'grants')], suites: join(root, 'suites'), relativeTo: root },
  { apis: apiNames, apiGroups, rules: ruleNames, streamRules: streamRuleNames },
);
if (!loaded.ok) throw new Error(renderProblems(loaded.problems));
const library = loaded.value;
const suite = { name: 'grants', title: 'Grants', select: [], except: [], proves: [] };

/** Time passes only while somebody waits for it: minutes of propagation take none. */
function waitingClock(): RetryClock {
  let now = Date.UTC(2026, 10, 20);
  return {
    now: () => now,
    random: () => 0,
    sleep: (milliseconds, signal) => {
      // Sockets take real time, in which the time for clean-up would be over at once.
      if (milliseconds === graceMs) return new Promise(() => {});
      now += milliseconds;
      // What aborts must be seen between two waits.
      return new Promise((resolve, reject) =>
        setImmediate(() => (signal?.aborted ? reject(new Error('aborted')) : resolve())),
      );
    },
  };
}

let account: SimulatedAccount | undefined;
afterEach(() => account?.close());

interface Ran {
  readonly finished: readonly FinishedEvent[];
  readonly events: readonly JournalEvent[];
  readonly records: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

interface Given {
  readonly cases: string | readonly string[];
  readonly delayMs?: number;
  /** Changes the target, with the account's documents in hand. */
  readonly change?: (target: Target) => Target;
  readonly onEvent?: (event: JournalEvent, interrupt: () => void) => void;
}

async function ran({ cases, delayMs = 0, change = (target) => target, onEvent }: Given): Promise<Ran> {
  const clock = waitingClock();
  account = await startSimulatedAccount({ propagationMs: delayMs, now: clock.now });
  const folder = mkdtempSync(join(tmpdir(), 'life-cycle-'));
  const { environment, targetDocument } = account;
  const roles = library.roles;
  const read = targetOfDocument('target', targetDocument, {
    environment,
    homeDirectory: folder,
    roles,
    apis: apiNames,
  });
  if (!read.ok) throw new Error(renderProblems(read.problems));
  const target = change({ ...read.value, source: join(folder, 'target.yaml') });
  const events: JournalEvent[] = [];
  const interruption = new AbortController();
  const before = await grantsOf(account);
  await run({
    plan: makePlan(library.specs, suite, target, { cases: [cases].flat() }),
    library,
    suite,
    target,
    apis: contracted,
    tool: { name: 'harness', version: '1.0.0' },
    signal: interruption.signal,
    clock,
    emit: (event) => {
      events.push(event);
      onEvent?.(event, () => interruption.abort());
    },
  });
  return {
    finished: events.filter((event): event is FinishedEvent => event.event === 'finished'),
    events,
    records: recordsIn(folder),
    before,
    after: await grantsOf(account),
  };
}

/** What the catalog shows to the account's admin, on everything that the specs may change. */
async function grantsOf({ origins, environment }: SimulatedAccount): Promise<unknown> {
  const headers = { authorization: `Bearer ${environment['SIMULATED_TOKEN_ADMIN']}` };
  const paths = ['model_service/scratch.llm.assistant', 'schema/scratch.llm', 'catalog/scratch'];
  const pages = await Promise.all(
    paths.map(async (path) => {
      const response = await fetch(`${origins['home']}/api/2.1/unity-catalog/permissions/${path}`, { headers });
      const body = (await response.json()) as {
        readonly privilege_assignments?: readonly { readonly principal: string; readonly privileges: string[] }[];
      };
      return (body.privilege_assignments ?? []).map(({ principal, privileges }) => [principal, privileges.sort()]);
    }),
  );
  return pages.map((assignments) => Object.fromEntries(assignments));
}

function recordsIn(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, '.gateway-conformance', 'changed-grants'));
  } catch {
    return [];
  }
}

const withoutScratch = (target: Target): Target => ({
  ...target,
  models: Object.fromEntries(
    Object.entries(target.models).map(([role, { scratch: _scratch, ...model }]) => [role, model]),
  ),
});

describe('the life cycle of grants', () => {
  it('is proved on an account that follows at once, and leaves every grant as it was', async () => {
    const { finished, records, before, after } = await ran({ cases: 'grants.*' });
    expect(finished.length).toBeGreaterThan(10);
    expect(finished.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    expect(after).toEqual(before);
    expect(records).toEqual([]);
  });

  it('is proved on an account that takes minutes, and says how long each change took', async () => {
    // Every case, on one API: what is waited for is the catalog, whichever API is asked.
    const slow = [
      'grants.*api=chat*',
      'grants.*shown',
      'grants.read',
      'grants.added',
      'grants.removed',
      'grants.without*',
    ];
    const { finished, before, after } = await ran({ cases: slow, delayMs: 130_000 });
    expect(finished.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    const measured = finished
      .filter(({ instance }) => instance.startsWith('grants.execute-revoked[api=chat'))
      .flatMap(({ findings }) => findings.filter(({ check, step }) => check === 'propagation' && step === 'refused'));
    expect(measured.map(({ found }) => found)).toEqual([130_000]);
    expect(after).toEqual(before);
  });

  it('fails where a revocation never arrives', async () => {
    const { finished, after, before } = await ran({ cases: 'grants.execute-revoked[api=chat]', delayMs: 10 ** 9 });
    expect(finished.map(({ verdict }) => verdict)).toEqual(['warned']);
    expect(finished[0]?.findings.find(({ holds }) => !holds)).toMatchObject({ step: 'refused' });
    expect(after).toEqual(before);
  });

  it('is skipped, with its reason, where the target does not give a service over to it', async () => {
    const { finished, events } = await ran({ cases: 'grants.*', change: withoutScratch });
    expect(finished).toEqual([]);
    const reasons = events.flatMap((event) => (event.event === 'planned' ? [event.skip?.code] : []));
    expect(new Set(reasons)).toEqual(new Set(['needs.scratch']));
  });

  it('ends without a judgement when the admin may not change the grants, and leaves no record', async () => {
    const asGrantee = (target: Target): Target => {
      const { grantee, admin } = target.identities;
      if (grantee === undefined || admin === undefined) throw new Error('no such identities');
      return { ...target, identities: { ...target.identities, admin: { ...admin, credential: grantee.credential } } };
    };
    const { finished, events, records } = await ran({ cases: 'grants.execute-revoked[api=chat]', change: asGrantee });
    // Reading one's own grants is allowed; changing them is not.
    expect(finished.map(({ verdict, reason }) => [verdict, reason?.code])).toEqual([
      ['inconclusive', 'grants.not-changed'],
    ]);
    expect(records).toEqual([]);
    const patched = events.filter((event) => event.event === 'exchange' && event.exchange.request.method === 'PATCH');
    expect(patched.length).toBe(1);
  });

  it('is restored when the run is interrupted while it waits', async () => {
    const { finished, records, before, after } = await ran({
      cases: 'grants.execute-revoked[api=chat]',
      delayMs: 60_000,
      onEvent(event, interrupt) {
        if (event.event === 'exchange' && event.step === 'refused') interrupt();
      },
    });
    expect(finished.map(({ verdict }) => verdict)).toEqual(['error']);
    expect(after).toEqual(before);
    expect(records).toEqual([]);
  });

  it('records every change and its restoration as exchanges, the record before the change', async () => {
    const { events } = await ran({ cases: 'grants.execute-revoked[api=chat]' });
    const sent = events.flatMap((event) =>
      event.event === 'exchange'
        ? [`${event.step} ${event.exchange.request.method} ${event.exchange.response?.status}`]
        : [],
    );
    expect(sent).toEqual(
      expect.arrayContaining(['without, what stands GET 200', 'without PATCH 200', 'restore PATCH 200']),
    );
    expect(sent.indexOf('without, what stands GET 200')).toBeLessThan(sent.indexOf('without PATCH 200'));
  });
});
