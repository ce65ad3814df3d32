import { describe, expect, it } from 'vitest';
import { caseOf } from '../spec/testing/load-cases.js';
import type { Target } from '../target/index.js';
import { cellIn, partsOfCell } from './cell.js';
import { expandOn } from './expand-on.js';
import { makePlan } from './make-plan.js';
import { senderOf } from './sender.js';
import { smallTarget } from './testing/small-target.js';

type Expects = Target['identities'][string]['expects'];

function targetWith(expects: Readonly<Record<string, Expects>>): Target {
  const identities = Object.entries(smallTarget.identities).map(([role, identity]) => [
    role,
    { ...identity, expects: expects[role] ?? {} },
  ]);
  return { ...smallTarget, identities: Object.fromEntries(identities) };
}

const target = targetWith({
  default: { system: { lacks: [] }, private: { lacks: [] } },
  'without-execute': { system: { lacks: [] }, private: { lacks: ['EXECUTE'] } },
});
const allowed = caseOf('each: { grant: allowed, api: all }\ncall: {}\nexpect: completion');
const denied = caseOf(`each: { grant: denied, api: all }
steps:
  - { name: control, call: { as: default, model: "\${grant.model}" }, expect: completion }
  - { name: denied, call: {}, expect: denied }`);
const everything = { name: 'all', title: 'All', select: [], except: [], proves: [] };
const planned = (item: typeof denied, on: Target) =>
  makePlan([{ file: 'a.yaml', text: '', title: 'A', cases: [item] }], everything, on).instances;

describe('the dimension grant', () => {
  it('stands for the cells of the target, on the APIs that their services offer', () => {
    expect(expandOn(allowed, target).map(({ id }) => id)).toEqual([
      'area.case[grant=default.system,api=chat]',
      'area.case[grant=default.system,api=messages]',
      'area.case[grant=default.private,api=chat]',
      'area.case[grant=without-execute.system,api=chat]',
      'area.case[grant=without-execute.system,api=messages]',
    ]);
    expect(expandOn(denied, target).map(({ id }) => id)).toEqual(['area.case[grant=without-execute.private,api=chat]']);
  });

  it('says who asks the call that names nobody, and leaves the control alone', () => {
    const [instance] = planned(denied, target);
    if (instance?.case.body.kind !== 'steps') throw new Error('there is no instance with steps');
    const senders = instance.case.body.steps.map(({ action }) => senderOf(action, instance.bindings).identity);
    expect(senders).toEqual(['default', 'without-execute']);
    expect(partsOfCell(instance)).toEqual(['denied']);
    expect(cellIn(instance.bindings)).toEqual({
      identity: 'without-execute',
      model: 'private',
      lacks: ['EXECUTE'],
    });
    expect(instance.skip).toBeUndefined();
  });

  it('is a skip for all to see when the target expects nothing of the kind', () => {
    const [only, ...others] = planned(denied, targetWith({ default: { private: { lacks: [] } } }));
    expect(only).toMatchObject({ id: 'area.case', verifies: ['NAME-01'], skip: { code: 'needs.expectations' } });
    expect(others).toEqual([]);
  });

  it('is a skip for all to see when no service of a cell offers an API of the case', () => {
    const item = caseOf('each: { grant: denied, api: [messages] }\ncall: {}\nexpect: denied');
    expect(planned(item, target).map(({ id, skip }) => [id, skip?.code])).toEqual([['area.case', 'needs.api']]);
  });

  it('trusts no control that is expected to be denied itself', () => {
    const all: Expects = { private: { lacks: ['USE SCHEMA'] } };
    const instances = planned(denied, targetWith({ default: all, 'without-execute': all }));
    expect(instances.map(({ skip }) => skip?.code)).toEqual(['needs.control', 'needs.control']);
    expect(instances[0]?.skip?.message).toBe(
      'the target does not have an identity default that may call the model private, as the control beside a denial',
    );
  });
});
