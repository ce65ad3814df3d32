import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { openContracts } from '../src/cli/open-contracts.js';
import { findSuite, openLibrary } from '../src/cli/open-library.js';
import { packageRoot, readTool } from '../src/cli/package-root.js';
import type { FinishedEvent } from '../src/journal/index.js';
import { type Instance, makePlan } from '../src/plan/index.js';
import { openContext, runInstance } from '../src/run/index.js';
import { mustHave, openTargetUnderTest } from './target-under-test.js';

/** Registers a suite as Vitest tests, one for each instance, for editors and watch mode. */
export async function suiteAsTests(name: string): Promise<void> {
  const library = mustHave(await openLibrary());
  const suite = mustHave(findSuite(library, name));
  const { target, close } = await openTargetUnderTest(library.roles);
  const { context, close: disconnect } = openContext({
    target,
    apis: openContracts(),
    tool: readTool(),
    emit: () => {},
    signal: new AbortController().signal,
  });
  afterAll(async () => {
    await disconnect();
    await close();
  });

  const { instances } = makePlan(library.specs, suite, target);
  for (const file of new Set(instances.map(({ case: item }) => item.file))) {
    describe(file, () => {
      for (const instance of instances.filter(({ case: item }) => item.file === file)) {
        const test = instance.case.serial === undefined ? it.concurrent : it;
        test(instance.id, async ({ skip }) => {
          skip(instance.skip !== undefined, instance.skip?.message);
          const finished = await runInstance(instance, context);
          skip(finished.verdict === 'inconclusive' || finished.verdict === 'skipped', finished.reason?.message);
          const failure = failureOf(instance, finished);
          if (failure !== undefined) throw failure;
        });
      }
    });
  }
}

/** A failure points at the line of the spec that asked for it: editors open what stands in the stack. */
function failureOf(instance: Instance, { verdict, findings, reason }: FinishedEvent): Error | undefined {
  if (verdict === 'passed' || verdict === 'observed') return undefined;
  const violated = findings.filter(({ holds }) => !holds);
  const message = [
    `${instance.case.title}: ${verdict}`,
    ...violated.map((finding) => `- ${finding.message}`),
    ...(reason === undefined ? [] : [reason.message]),
  ].join('\n');
  const error = new Error(message);
  const line = violated[0]?.line ?? instance.case.lines.first;
  error.stack = `Error: ${message}\n    at ${instance.id} (${join(packageRoot, instance.case.file)}:${line}:1)`;
  return error;
}
