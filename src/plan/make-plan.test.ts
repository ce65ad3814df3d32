import { describe, expect, it } from 'vitest';
import type { Spec, Suite } from '../spec/index.js';
import { caseOf } from '../spec/testing/load-cases.js';
import { makePlan } from './make-plan.js';
import { smallTarget } from './testing/small-target.js';

const suite: Suite = { name: 'all', title: 'All', select: [], except: [], proves: [] };
const item = caseOf('each: { api: [chat, messages] }\ncall: { model: "${models.private}" }\nexpect: completion');
const spec = (file: string, ...ids: readonly string[]): Spec => ({
  file,
  text: '',
  title: 'A behaviour',
  cases: ids.map((id) => ({ ...item, id })),
});

describe('a plan', () => {
  it('keeps the order of files, cases and combinations', () => {
    const { instances } = makePlan([spec('b.yaml', 'b.two', 'b.one'), spec('a.yaml', 'a.one')], suite, smallTarget);
    expect(instances.map(({ id }) => id)).toEqual([
      'b.two[api=chat]',
      'b.two[api=messages]',
      'b.one[api=chat]',
      'b.one[api=messages]',
      'a.one[api=chat]',
      'a.one[api=messages]',
    ]);
  });

  it('keeps what cannot run, with the reason', () => {
    const { instances } = makePlan([spec('a.yaml', 'a.one')], suite, smallTarget);
    expect(instances.map(({ skip }) => skip?.code)).toEqual([undefined, 'needs.api']);
  });

  it('leaves out what is not asked for, and names it', () => {
    const { instances, unselected } = makePlan([spec('a.yaml', 'a.one')], suite, smallTarget, {
      cases: ['*messages*'],
    });
    expect(instances.map(({ id }) => id)).toEqual(['a.one[api=messages]']);
    expect(unselected).toEqual(['a.one[api=chat]']);
  });

  it('of everything leaves nothing out', () => {
    expect(makePlan([spec('a.yaml', 'a.one')], suite, smallTarget)).not.toHaveProperty('unselected');
  });
});
