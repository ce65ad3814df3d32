import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf } from '../../spec/testing/load-cases.js';
import type { Target } from '../../target/index.js';
import { expand } from '../expand.js';
import type { Instance, Plan } from '../instance.js';
import { smallTarget } from '../testing/small-target.js';
import { planOfShard } from './plan-of-shard.js';
import { looksAtChangedGrants } from './together.js';

const plain = caseOf('call: { api: chat }\nexpect: completion');
const idsOf = ({ instances }: Plan) => instances.map(({ id }) => id);
const instance = (id: string, serial?: string): Instance => ({
  id,
  case: serial === undefined ? plain : { ...plain, id, serial },
  bindings: {},
  verifies: [],
});

const plans = fc
  .uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), serial: fc.constantFrom(undefined, 'limits', 'other') }), {
    selector: ({ id }) => id,
    maxLength: 60,
  })
  .map((rows): Plan => ({ instances: rows.map(({ id, serial }) => instance(id, serial)) }));
const counts = fc.integer({ min: 1, max: 20 });

function shardsOf(plan: Plan, count: number, target: Target = smallTarget): readonly Plan[] {
  return Array.from({ length: count }, (_, index) => planOfShard(plan, { index: index + 1, count }, target));
}

describe('the shards of a plan', () => {
  it('hold every instance once, each in the order of the plan', () => {
    fc.assert(
      fc.property(plans, counts, (plan, count) => {
        const shards = shardsOf(plan, count).map(idsOf);
        expect(shards.flat().sort()).toEqual(idsOf(plan).sort());
        const order = new Map(idsOf(plan).map((id, index) => [id, index]));
        for (const ids of shards) {
          const places = ids.map((id) => order.get(id) ?? -1);
          expect(places).toEqual([...places].sort((one, other) => one - other));
        }
      }),
    );
  });

  it('keep the cases of one lane together', () => {
    fc.assert(
      fc.property(plans, counts, (plan, count) => {
        for (const lane of ['limits', 'other']) {
          const holding = shardsOf(plan, count).filter(({ instances }) =>
            instances.some(({ case: item }) => item.serial === lane),
          );
          expect(holding.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('leave an instance where it is when others are added or removed, and files move', () => {
    fc.assert(
      fc.property(plans, counts, fc.infiniteStream(fc.boolean()), (plan, count, kept) => {
        const [fewer, shuffled] = [plan.instances.filter(() => kept.next().value), [...plan.instances].reverse()];
        const moved = shuffled.map((one) => ({ ...one, case: { ...one.case, file: 'specs/elsewhere.yaml' } }));
        const shardOf = new Map(
          shardsOf(plan, count).flatMap((shard, index) => idsOf(shard).map((id) => [id, index] as const)),
        );
        for (const other of [fewer, moved])
          for (const [index, shard] of shardsOf({ instances: other }, count).entries())
            for (const id of idsOf(shard)) expect([id, shardOf.get(id)]).toEqual([id, index]);
      }),
    );
  });

  it('share the work', () => {
    const plan = { instances: Array.from({ length: 1_000 }, (_, index) => instance(`naming.some[turn=${index}]`)) };
    const sizes = shardsOf(plan, 8).map(({ instances }) => instances.length);
    expect(Math.min(...sizes)).toBeGreaterThan(90);
    expect(Math.max(...sizes)).toBeLessThan(160);
  });

  it('are these, whichever version of the harness divides them', () => {
    const plan = { instances: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => instance(id)) };
    expect(shardsOf(plan, 3).map(idsOf)).toEqual([
      ['a', 'b'],
      ['e', 'f'],
      ['c', 'd'],
    ]);
  });
});

describe('what is about grants that may be changed', () => {
  const scratch = { fqn: 'scratch.llm.assistant', apis: ['chat'], scratch: true } as const;
  const target: Target = { ...smallTarget, models: { ...smallTarget.models, private: scratch } };
  const each = 'each: { turn: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }\n';
  const looksAt = (model: string) =>
    expand(
      caseOf(`${each}call: { api: chat, model: "\${models.${model}}", prompt: "\${each.turn}" }\nexpect: completion`),
    );
  const holding = (instances: readonly Instance[], on = target) =>
    shardsOf({ instances }, 8, on).filter((shard) => shard.instances.length > 0);

  it('is on one shard, whoever changes them and whoever only asks', () => {
    expect(holding(looksAt('private'))).toHaveLength(1);
    expect(holding(looksAt('system')).length).toBeGreaterThan(3);
    expect(holding(looksAt('private'), smallTarget).length).toBeGreaterThan(3);
  });

  it('draws a lane with it of which it is a part', () => {
    const serial = looksAt('private').map((one) => ({ ...one, case: { ...one.case, serial: 'lane' } }));
    const inLane = [instance('a', 'lane'), instance('b', 'lane')];
    const [shard, ...others] = holding([...inLane, ...serial, ...looksAt('private')]);
    expect(others).toEqual([]);
    expect(shard !== undefined && looksAtChangedGrants(shard, target)).toBe(true);
  });

  it('is so for a cell of the matrix as well', () => {
    const cells = looksAt('system').map((one): Instance => {
      const value = { identity: 'default', model: 'private', lacks: [] };
      return { ...one, bindings: { ...one.bindings, grant: { label: 'default.private', value } } };
    });
    expect(holding(cells)).toHaveLength(1);
  });

  it('is looked at by one shard of all, which is the one to restore what an earlier run left', () => {
    const plan = { instances: [...looksAt('private'), ...looksAt('system')] };
    const looking = shardsOf(plan, 8, target).map((shard) => looksAtChangedGrants(shard, target));
    expect(looking.filter((looks) => looks)).toHaveLength(1);
    expect(shardsOf(plan, 8).some((shard) => looksAtChangedGrants(shard, smallTarget))).toBe(false);
  });
});
