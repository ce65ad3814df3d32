import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

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
    server: { deps: { external: [/\/dist\/.*\.js$/] } },
    globalSetup: 'scripts/testing/temporary-folder.ts',
    testTimeout: 90_000,
    // A change of a spec or a suite is a change of the tests made from it.
    forceRerunTriggers: ['**/package.json', '**/vitest.config.ts', '**/specs/**/*.yaml', '**/suites/*.yaml'],
  },
});
