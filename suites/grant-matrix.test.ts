import { afterEach, describe, expect, it } from 'vitest';
import { apiNames } from '../src/api/index.js';
import { openContracts } from '../src/cli/open-contracts.js';
import { findSuite, openLibrary } from '../src/cli/open-library.js';
import { readTool } from '../src/cli/package-root.js';
import { type Journal, type JournalEvent, joinEvents } from '../src/journal/index.js';
import { type Account, defaultAccount, type Grant, startSimulatedAccount } from '../src/mock/index.js';
import { makePlan } from '../src/plan/index.js';
import { renderConsole } from '../src/report/console/index.js';
import { cellAt, matrixOf } from '../src/report/grants/index.js';
import { assess } from '../src/report/index.js';
import { textsOf } from '../src/report/testing/texts-of.js';
import { run } from '../src/run/index.js';
import { targetOfDocument } from '../src/target/index.js';
import { mustHave } from './target-under-test.js';

const library = mustHave(await openLibrary());
const suite = mustHave(findSuite(library, 'grants'));
const service = 'main.llm.assistant';
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The matrix of the grants suite, run against a simulated account whose grants are not what its target expects. */
async function runMatrix(
  change: (grants: readonly Grant[]) => readonly Grant[] = (grants) => grants,
): Promise<Journal> {
  const standard = defaultAccount();
  const account: Account = { ...standard, grants: change(standard.grants) };
  const simulated = await startSimulatedAccount({ account });
  closing.push(simulated.close);
  const { roles } = library;
  const context = { environment: simulated.environment, homeDirectory: '/nowhere', roles, apis: apiNames };
  const target = mustHave(targetOfDocument('mock', simulated.targetDocument, context));
  const events: JournalEvent[] = [];
  await run({
    plan: makePlan(library.specs, suite, target, { cases: ['permissions.matrix-*'] }),
    library,
    suite: { ...suite, proves: ['PERM-05', 'PERM-19'] },
    target,
    apis: openContracts(),
    tool: readTool(),
    emit: (event) => events.push(event),
    signal: new AbortController().signal,
  });
  const [first] = events;
  if (first?.event !== 'run') throw new Error('the journal does not begin with its run');
  return joinEvents(first, events);
}

function cellOf(journal: Journal, identity: string, model: string) {
  const matrix = matrixOf(journal);
  return matrix === undefined ? undefined : cellAt(matrix, identity, model);
}

const ofPrivate = ({ to, on }: Grant, identity: string) => to === identity && on === service;

describe('the matrix of the grants suite', () => {
  it('asks for every cell of the target on every API of its service, with and without a stream', async () => {
    const journal = await runMatrix();
    expect(assess(journal).gate).toMatchObject({ exitCode: 0, counters: { failed: 0, skipped: 0 } });
    const matrix = matrixOf(journal);
    expect(matrix?.cells.map(({ state }) => state).filter((state) => state !== 'holds')).toEqual([]);
    const expected = Object.entries(journal.run.target.models).flatMap(([model, { apis }]) =>
      (matrix?.identities ?? []).flatMap((identity) =>
        cellOf(journal, identity, model) === undefined
          ? []
          : apis.flatMap((api) => [
              `${identity}.${model} ${api}`,
              ...(api === 'embeddings' ? [] : [`${identity}.${model} ${api} as a stream`]),
            ]),
      ),
    );
    const asked = journal.instances.map(
      ({ case: id, bindings: { grant, api } }) => `${grant} ${api}${id.endsWith('-stream') ? ' as a stream' : ''}`,
    );
    expect([...asked].sort()).toEqual([...expected].sort());
  });

  it('turns red, cell and gate, when a grant too many opens a service', async () => {
    const tooMany: Grant = { metastore: 'metastore-home', to: 'without-execute', privileges: ['EXECUTE'], on: service };
    const journal = await runMatrix((grants) => [...grants, tooMany]);
    expect(assess(journal).gate).toMatchObject({ exitCode: 1 });
    expect(assess(journal).gate.sentence).toContain('PERM-19');
    expect(cellOf(journal, 'without-execute', 'private')).toMatchObject({
      state: 'differs',
      expected: 'deny',
      observed: [{ word: 'allowed', count: 17 }],
    });
    expect(matrixOf(journal)?.cells.filter(({ state }) => state !== 'holds')).toHaveLength(1);
    const words = renderConsole(assess(journal), { colour: false });
    expect(words).toMatch(/without-execute +✓ allow: allowed +✗ deny: allowed/);
    expect(words).toContain(`/api/2.1/unity-catalog/permissions/model_service/${service}'`);
    expect(words).toContain('{"changes":[{"principal":"without-execute","remove":["EXECUTE"]}]}');
    expect(words).toContain('REVOKE EXECUTE ON MODEL SERVICE `main`.`llm`.`assistant` FROM `without-execute`;');
  });

  it('turns red, cell and gate, when a grant is missing', async () => {
    const journal = await runMatrix((grants) => grants.filter((grant) => !ofPrivate(grant, 'granted')));
    expect(assess(journal).gate).toMatchObject({ exitCode: 1 });
    expect(assess(journal).gate.sentence).toContain('PERM-05');
    expect(cellOf(journal, 'granted', 'private')).toMatchObject({
      state: 'differs',
      expected: 'allow',
      observed: [{ word: 'denied 403', count: 17 }],
    });
    const { 'summary.md': summary, 'index.html': page } = textsOf(assess(journal));
    expect(summary).toContain('**✗ allow: denied 403**');
    expect(summary).toContain('GRANT EXECUTE ON MODEL SERVICE `main`.`llm`.`assistant` TO `granted`;');
    expect(page).toContain('<strong>differs: </strong>expected allow');
  });

  it('says nothing of a denial whose control fails', async () => {
    const journal = await runMatrix((grants) => grants.filter(({ to, on }) => !(to === 'default' && on === 'main')));
    expect(assess(journal).gate.exitCode).toBe(1);
    expect(cellOf(journal, 'without-execute', 'private')).toMatchObject({
      state: 'open',
      observed: [{ word: 'not asked', count: 17 }],
    });
  });
});
