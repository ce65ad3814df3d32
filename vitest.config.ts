import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Whole suites and commands take longest: begun last, they would leave the other cores to wait for them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => /\/(suites|scripts|src\/cli)\/[^/]+$/.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    // Nothing here keeps state in a module; loading every module anew for each file would be most of the time.
    isolate: false,
    // Vitest leaves one core to itself, which of two is half: the tests of the command line wait for processes that they start.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    include: ['src/**/*.test.{ts,tsx}', 'suites/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Suites send many requests in one file; Vitest's own default of 5 would serialise them.
    maxConcurrency: 32,
    // The build is what users run: tests load it as it is.
    server: { deps: { external: [/^(?!.*\/node_modules\/).*\/dist\/.*\.js$/] } },
    sequence: { sequencer: LongestFirst },
    globalSetup: 'scripts/testing/temporary-folder.ts',
    testTimeout: 90_000,
    // A change of a spec or a suite is a change of the tests made from it.
    forceRerunTriggers: ['**/package.json', '**/vitest.config.ts', '**/specs/**/*.yaml', '**/suites/*.yaml'],
  },
});
