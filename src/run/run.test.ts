import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../journal/index.js';
import { contracted } from '../judge/testing/answers.js';
import { canary, otherCanary, smallTarget } from '../plan/testing/small-target.js';
import type { Library, Suite } from '../spec/index.js';
import { caseOf } from '../spec/testing/load-cases.js';
import { smallVocabulary } from '../spec/testing/small-vocabulary.js';
import { run } from './run.js';
import { fakeClock } from './testing/fake-clock.js';
import { answering, type FakeGateway, ok, type Reply } from './testing/fake-gateway.js';
import { planOf } from './testing/run-cases.js';

const item = caseOf('each: { api: [chat] }\ncall: {}\nexpect: completion');
const library: Library = {
  specs: [
    { file: 'spec.yaml', text: 'the text', title: 'A behaviour', cases: [item] },
    { file: 'other.yaml', text: 'another text', title: 'Another', cases: [] },
  ],
  suites: new Map(),
  catalogue: smallVocabulary.catalogue,
  roles: smallVocabulary.roles,
  digest: 'd1ge57',
};
const suite: Suite = { name: 'small', title: 'Small', select: [], except: [], proves: ['NAME-01'] };

async function events(gateway: FakeGateway, more: { signal?: AbortSignal; emit?: (event: JournalEvent) => void } = {}) {
  const seen: JournalEvent[] = [];
  const running = run({
    plan: planOf([item]),
    library,
    suite,
    target: smallTarget,
    apis: contracted,
    tool: { name: 'harness', version: '1.0.0' },
    emit: (event) => {
      more.emit?.(event);
      seen.push(event);
    },
    signal: more.signal ?? new AbortController().signal,
    clock: fakeClock(),
    client: gateway,
  });
  await running.catch((error: unknown) => {
    if (more.emit === undefined) throw error;
  });
  return seen;
}

const answer = (reply: Reply) => answering(({ method }) => (method === 'GET' ? { json: {} } : reply));

describe('a run', () => {
  it('tells what it is going to do, what happens, and that it ended', async () => {
    const gateway = answer(ok);
    const seen = await events(gateway);
    expect(seen.map(({ event }) => event)).toEqual([
      'run',
      'source',
      'planned',
      'started',
      'exchange',
      'finished',
      'ended',
    ]);
    expect(seen[0]).toMatchObject({
      suite: 'small',
      tool: { name: 'harness', version: '1.0.0' },
      specsDigest: 'd1ge57',
      startedAt: '2026-11-20T09:30:00.000Z',
      proves: ['NAME-01'],
      target: { name: 'test', identities: ['default', 'without-execute'], models: smallTarget.models },
    });
    expect(seen[1]).toEqual({ event: 'source', file: 'spec.yaml', text: 'the text' });
    expect(seen[2]).toMatchObject({
      instance: 'area.case[api=chat]',
      case: 'area.case',
      requirements: ['NAME-01'],
      level: 'MUST',
      bindings: { api: 'chat' },
      line: 3,
      endLine: 7,
    });
    expect(seen.at(-1)).toMatchObject({ event: 'ended', interrupted: false });
    expect(gateway.closed()).toBe(true);
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${canary}|${otherCanary}`));
  });

  it('tells of a target that cannot be tested, and runs nothing', async () => {
    const gateway = answering(() => ({ fault: 'dns' }));
    const seen = await events(gateway);
    expect(seen.map(({ event }) => event)).toEqual(['run', 'source', 'planned', 'problem', 'ended']);
    expect(seen[3]).toMatchObject({ problem: { code: 'target.unreachable' } });
    expect(gateway.closed()).toBe(true);
  });

  it('tells that it was interrupted', async () => {
    const interruption = new AbortController();
    const gateway = answering(({ method }) => {
      if (method === 'GET') return { json: {} };
      interruption.abort();
      return 'hang';
    });
    const seen = await events(gateway, { signal: interruption.signal });
    expect(seen.at(-2)).toMatchObject({ verdict: 'error', reason: { code: 'interrupted' } });
    expect(seen.at(-1)).toMatchObject({ event: 'ended', interrupted: true });
  });

  it('does not claim to have ended when its journal broke off', async () => {
    const gateway = answer(ok);
    const seen = await events(gateway, {
      emit: ({ event }) => {
        if (event === 'exchange') throw new Error('the disk is full');
      },
    });
    expect(seen.map(({ event }) => event)).not.toContain('exchange');
    expect(gateway.closed()).toBe(true);
  });
});
