import { afterAll, describe, expect, it } from 'vitest';
import { findSuite, openLibrary } from '../src/cli/open-library.js';
import { makePlan } from '../src/plan/index.js';
import { mustHave, openTargetUnderTest } from './target-under-test.js';

const library = mustHave(await openLibrary());
const { target, close } = await openTargetUnderTest(library.roles);
afterAll(close);

const planOf = (suite: string) => makePlan(library.specs, mustHave(findSuite(library, suite)), target).instances;
const full = new Set(planOf('full').map(({ id }) => id));

describe.each([...library.suites.keys()].filter((name) => name !== 'full'))('the suite %s', (name) => {
  const chosen = planOf(name);

  it('chooses some of what the full suite runs', () => {
    expect(chosen.filter(({ id }) => !full.has(id)).map(({ id }) => id)).toEqual([]);
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.length).toBeLessThan(full.size);
  });

  it('exercises everything that it is to prove', () => {
    const exercised = new Set(chosen.flatMap(({ case: item, skip }) => (skip === undefined ? item.verifies : [])));
    const { proves } = mustHave(findSuite(library, name));
    expect(proves.filter((id) => !exercised.has(id))).toEqual([]);
    expect(proves.length).toBeGreaterThan(0);
  });
});
