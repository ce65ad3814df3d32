import { beforeAll, describe, expect, it } from 'vitest';
import { openContracts } from '../src/cli/open-contracts.js';
import { findSuite, openLibrary } from '../src/cli/open-library.js';
import { readTool } from '../src/cli/package-root.js';
import type { Deviation } from '../src/mock/index.js';
import { runOnAccount, type Shown, type Workshop } from '../src/prove/index.js';
import type { Case, OutcomeName } from '../src/spec/index.js';
import { mustHave } from './target-under-test.js';

// A denial is only believed beside a positive control: on a gateway that refuses everybody, no case that is about a
// refusal may pass.

let workshop: Workshop;
beforeAll(async () => {
  const library = mustHave(await openLibrary());
  workshop = { library, suite: mustHave(findSuite(library, 'full')), apis: openContracts(), tool: readTool() };
});

const refusals: readonly OutcomeName[] = ['denied', 'unauthenticated', 'no-completion', 'not-found'];

/** Those that change grants first are left out: they ask the catalog, which refuses nobody here, and wait long. */
function isAboutRefusal({ body, level, tags }: Case): boolean {
  if (level === 'OBSERVE' || body.kind !== 'steps' || tags.includes('life-cycle')) return false;
  return body.steps.some(({ expectations }) =>
    expectations.some(({ outcomes }) => outcomes.some((outcome) => refusals.includes(outcome))),
  );
}

async function passedOn(deviation: Deviation): Promise<readonly Shown[]> {
  const scope = { isMeant: isAboutRefusal, includes: () => true };
  const shown = await runOnAccount({}, deviation, scope, workshop);
  expect(shown.length).toBeGreaterThan(100);
  return shown.filter(({ verdict }) => verdict === 'passed');
}

describe('a case about a refusal', () => {
  it('does not pass where everybody lacks a privilege', async () => {
    const passed = await passedOn({ at: 'decision', change: () => ({ missingPrivileges: () => ['EXECUTE'] }) });
    expect(passed.map(({ instance }) => instance)).toEqual([]);
  });

  it('does not pass where nobody is let in', async () => {
    const reply = { kind: 'unauthenticated', status: 401, message: 'No.' } as const;
    const passed = await passedOn({ at: 'decision', change: () => ({ authenticate: () => ({ done: true, reply }) }) });
    expect(passed.map(({ instance }) => instance)).toEqual([]);
  });

  it('does not pass where no name is known', async () => {
    const resolveName = (_account: unknown, _metastore: string, name: string) => ({ kind: 'missing', name }) as const;
    const passed = await passedOn({ at: 'decision', change: () => ({ resolveName }) });
    expect(passed.map(({ instance }) => instance)).toEqual([]);
  });
});
