import { beforeAll, describe, expect, it } from 'vitest';
import { openContracts } from '../src/cli/open-contracts.js';
import { findSuite, openLibrary } from '../src/cli/open-library.js';
import { readTool } from '../src/cli/package-root.js';
import type { Fault, NeutralVariant } from '../src/mock/faults/index.js';
import { faults, neutralVariants } from '../src/mock/faults/index.js';
import type { Workshop } from '../src/prove/index.js';
import { prove, runTask, type Task, type TaskResult } from '../src/prove/index.js';
import type { KillMatrix } from '../src/report/index.js';

let workshop: Workshop;
beforeAll(async () => {
  const library = await openLibrary();
  const suite = library.ok ? findSuite(library.value, 'full') : library;
  if (!library.ok || !suite.ok) throw new Error('The specs do not load.');
  workshop = { library: library.value, suite: suite.value, apis: openContracts(), tool: readTool() };
});

function proving(
  some: readonly Fault[],
  variants: readonly NeutralVariant[],
  perform: (task: Task) => Promise<TaskResult> = (task) => runTask(task, workshop),
  partial = true,
): Promise<KillMatrix> {
  return prove({ library: workshop.library, tool: workshop.tool, faults: some, variants, partial, perform });
}

const finish = faults.filter(({ id }) => id === 'chat.no-finish-reason');

describe('proving', () => {
  it('runs what verifies the requirements of a fault on an account that has it, and says what caught it', async () => {
    const { faults: records } = await proving(finish, []);
    const catches = records[0]?.breaks[0]?.catches ?? [];
    expect(catches.length).toBeGreaterThan(0);
    expect(catches.flatMap(({ findings }) => findings.map(({ message }) => message)).join(' ')).toMatch(
      /finish_reason/,
    );
  });

  it('shows a fault that lives', async () => {
    const perform = (task: Task) =>
      task.kind === 'fault'
        ? runTask({ kind: 'baseline', state: {}, comparedWith: [task.id] }, workshop)
        : runTask(task, workshop);
    const { faults: records } = await proving(finish, [], perform);
    expect(records[0]?.breaks[0]?.catches).toEqual([]);
    expect(records[0]?.breaks[0]?.tried).toBeGreaterThan(0);
  });

  it('says of a task that cannot be performed why', async () => {
    const result = await runTask({ kind: 'fault', id: 'no.such' }, workshop);
    expect(result.broken).toBe('There is no no.such.');
  });

  it('knows the requirements without a fault, and the cases under which none fell', async () => {
    const perform = (task: Task): Promise<TaskResult> =>
      runTask(task.kind === 'baseline' ? { ...task, comparedWith: finish.map(({ id }) => id) } : task, workshop);
    const matrix = await proving(finish, [], perform, false);
    const of = (id: string) => matrix.requirements.find((one) => one.id === id);
    expect(of('CHAT-13')).toMatchObject({ exercised: true, provedBy: ['chat.no-finish-reason'] });
    expect(of('NAME-01')).toMatchObject({ exercised: false, provedBy: [] });
    expect(matrix.idleCases).toEqual([]);
    const unnoticed = await proving(
      [],
      [],
      () => runTask({ kind: 'baseline', state: {}, comparedWith: finish.map(({ id }) => id) }, workshop),
      false,
    );
    expect(unnoticed.idleCases.map((item) => item.case)).toContain('conversation.finish');
  });

  it('counts legal variants in, and what is told of progress', async () => {
    const told: string[] = [];
    const perform = async (): Promise<TaskResult> => ({ shown: [] });
    await prove({
      library: workshop.library,
      tool: workshop.tool,
      faults: finish,
      variants: neutralVariants.slice(0, 1),
      partial: true,
      perform,
      progress: (done, of) => told.push(`${done}/${of}`),
    });
    expect(told).toEqual(['1/3', '2/3', '3/3']);
  });
});
