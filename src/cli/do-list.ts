import type { Instance } from '../plan/index.js';
import { type ExitCode, exitCodes } from '../problem/index.js';
import type { Library } from '../spec/index.js';
import { findSuite, openLibrary } from './open-library.js';
import { readTarget } from './open-target.js';
import { filtersOf, type SelectionFlags } from './options/selection-options.js';
import { type ShardFlag, shardOf } from './options/shard-option.js';
import { planPart } from './plan-part.js';
import { sayProblems } from './say.js';

export interface ListFlags extends SelectionFlags, ShardFlag {
  readonly requirements?: boolean;
  readonly json?: boolean;
}

export async function list(flags: ListFlags): Promise<ExitCode> {
  const library = await openLibrary(flags.specs);
  if (!library.ok) return sayProblems(library.problems);
  const suite = findSuite(library.value, flags.suite);
  if (!suite.ok) return sayProblems(suite.problems);
  const target = await readTarget(flags.target, library.value.roles, process.env);
  if (!target.ok) return sayProblems(target.problems);
  const shard = shardOf(flags);
  if (!shard.ok) return sayProblems(shard.problems);
  const input = { library: library.value, suite: suite.value, target: target.value, filters: filtersOf(flags) };
  const planned = planPart({ ...input, shard: shard.value });
  if (!planned.ok) return sayProblems(planned.problems);
  const { instances } = planned.value.plan;
  process.stdout.write(
    flags.requirements
      ? requirementList(library.value, instances, flags.json === true)
      : instanceList(instances, flags.json === true),
  );
  return exitCodes.gateHolds;
}

function instanceList(instances: readonly Instance[], json: boolean): string {
  if (json) {
    const entries = instances.map(({ id, case: item, verifies, skip }) => ({
      id,
      title: item.title,
      level: item.level,
      verifies,
      tags: item.tags,
      file: item.file,
      line: item.place.line,
      ...(skip === undefined ? {} : { skip }),
    }));
    return `${JSON.stringify(entries, null, 2)}\n`;
  }
  const lines = instances.map(
    ({ id, case: item, verifies, skip }) =>
      `${skip === undefined ? '  ' : '- '}${item.level.padEnd(7)} ${id}  ${verifies.join(' ')}${skip === undefined ? '' : `  (skipped: ${skip.message})`}`,
  );
  const skipped = instances.filter(({ skip }) => skip !== undefined).length;
  return [
    ...lines,
    '',
    `${count(instances.length, 'instance')}: ${instances.length - skipped} to run, ${skipped} skipped`,
    '',
  ].join('\n');
}

function requirementList({ catalogue }: Library, instances: readonly Instance[], json: boolean): string {
  const requirements = [...catalogue.requirements.values()];
  const verifiedBy = new Map(requirements.map(({ id }) => [id, new Map<string, number>()]));
  for (const { case: item, verifies } of instances) {
    for (const id of verifies) {
      const cases = verifiedBy.get(id);
      cases?.set(item.id, (cases.get(item.id) ?? 0) + 1);
    }
  }
  if (json)
    return `${JSON.stringify(
      requirements.map((requirement) => ({
        ...requirement,
        cases: Object.fromEntries(verifiedBy.get(requirement.id) ?? []),
      })),
      null,
      2,
    )}\n`;
  const lines = Object.entries(catalogue.areas).flatMap(([area, title]) => [
    `${title}`,
    ...requirements
      .filter((requirement) => requirement.area === area)
      .flatMap(({ id, level, statement }) => {
        const cases = [...(verifiedBy.get(id) ?? [])].map(
          ([name, instanceCount]) => `${name} (${count(instanceCount, 'instance')})`,
        );
        return [
          `  ${id.padEnd(10)} ${level.padEnd(7)} ${statement}`,
          `  ${' '.repeat(18)} ${cases.length === 0 ? '- nothing verifies it yet' : cases.join(', ')}`,
        ];
      }),
    '',
  ]);
  const verified = requirements.filter(({ id }) => (verifiedBy.get(id)?.size ?? 0) > 0).length;
  return [
    ...lines,
    `${count(requirements.length, 'requirement')}: ${verified} verified by cases of this selection, ${requirements.length - verified} by none`,
    '',
  ].join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
