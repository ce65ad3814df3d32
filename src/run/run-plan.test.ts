import { describe, expect, it } from 'vitest';
import type { Case } from '../spec/index.js';
import { caseOf } from '../spec/testing/load-cases.js';
import { runPlan } from './run-plan.js';
import { answering, type FakeGateway, ok, sentBody } from './testing/fake-gateway.js';
import { type Options, openFakeContext, planOf } from './testing/run-cases.js';

/** Cases that each send their own name. */
function cases(...named: readonly (readonly [id: string, serial?: string])[]): readonly Case[] {
  return named.map(([id, serial]) => ({
    ...caseOf(`call: { api: chat, prompt: ${id} }\nexpect: completion`),
    id,
    ...(serial === undefined ? {} : { serial }),
  }));
}

async function run(gateway: FakeGateway, listed: readonly Case[], concurrency: number, options: Options = {}) {
  const { context, events } = openFakeContext(gateway, options);
  await runPlan(planOf(listed), context, concurrency);
  return events.filter(({ event }) => event === 'finished');
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
const nameIn = (request: Parameters<typeof sentBody>[0]): string => JSON.parse(sentBody(request)).messages[0].content;

describe('a plan', () => {
  it('runs as many instances at once as it may, and not more', async () => {
    const gateway = answering(async () => {
      await nextTurn();
      return ok;
    });
    const many = cases(...Array.from({ length: 12 }, (_, index) => [`area.n${index}`] as const));
    expect(await run(gateway, many, 3)).toHaveLength(12);
    expect(gateway.most()).toBe(3);
  });

  it('leaves out what is to be skipped', async () => {
    const skipped = caseOf('needs: { features: [bare-names] }\ncall: { api: chat }\nexpect: completion');
    const { context, events } = openFakeContext(answering(() => ok));
    await runPlan(planOf([skipped], { ...context.target, features: [] }), context, 2);
    expect(events).toEqual([]);
  });

  it('never runs two cases of one serial name at once, keeps their order, and lets others pass meanwhile', async () => {
    const log: string[] = [];
    const gateway = answering(async (request) => {
      const name = nameIn(request);
      log.push(`begin ${name}`);
      for (let turn = 0; turn < 3; turn += 1) await nextTurn();
      log.push(`end ${name}`);
      return ok;
    });
    const listed = cases(['a.one', 'grants'], ['a.two', 'grants'], ['a.three', 'grants'], ['b.free'], ['b.other']);
    await run(gateway, listed, 2);
    const lane = log.filter((line) => line.includes('a.'));
    expect(lane).toEqual(['begin a.one', 'end a.one', 'begin a.two', 'end a.two', 'begin a.three', 'end a.three']);
    // With two places and a lane that waits in one of them, the free cases would come last.
    expect(log.indexOf('begin b.free')).toBeLessThan(log.indexOf('end a.one'));
    expect(log.indexOf('begin b.other')).toBeLessThan(log.indexOf('begin a.three'));
  });

  it('runs cases of different serial names side by side', async () => {
    const gateway = answering(async () => {
      await nextTurn();
      return ok;
    });
    await run(gateway, cases(['a.one', 'grants'], ['b.one', 'services']), 2);
    expect(gateway.most()).toBe(2);
  });

  it('starts nothing new after an interruption', async () => {
    const interruption = new AbortController();
    const gateway = answering(() => {
      interruption.abort();
      return 'hang';
    });
    const listed = cases(['a.one'], ['a.two', 'lane'], ['a.three', 'lane'], ['a.four']);
    const finished = await run(gateway, listed, 1, { signal: interruption.signal });
    expect(finished).toMatchObject([{ instance: 'a.one', verdict: 'error', reason: { code: 'interrupted' } }]);
    expect(gateway.requests).toHaveLength(1);
  });

  it('stops, and says why, when the journal cannot be written', async () => {
    const gateway = answering(async () => {
      await nextTurn();
      return ok;
    });
    const emit = ({ event }: { readonly event: string }) => {
      if (event === 'finished') throw new Error('the disk is full');
    };
    const listed = cases(['a.one'], ['a.two'], ['a.three', 'lane'], ['a.four', 'lane']);
    await expect(run(gateway, listed, 1, { emit })).rejects.toThrow('the disk is full');
    expect(gateway.requests).toHaveLength(1);
  });
});
