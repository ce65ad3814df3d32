// @ts-check
// The harness on the same requests: planned from a spec, run, judged, and written to a journal as `run` does.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContracts } from '../dist/cli/open-contracts.js';
import { findSuite, openLibrary } from '../dist/cli/open-library.js';
import { openTarget } from '../dist/cli/open-target.js';
import { readTool } from '../dist/cli/package-root.js';
import { keepExchanges, openJournal } from '../dist/journal/index.js';
import { makePlan } from '../dist/plan/index.js';
import { renderProblems } from '../dist/problem/index.js';
import { run } from '../dist/run/index.js';
import { concurrency, count, environment, writeInputs } from './instances.js';
import { measure } from './measure.js';

const folder = mkdtempSync(join(tmpdir(), 'gateway-conformance-bench-'));
const { spec, target: targetFile } = writeInputs(folder, count, process.argv[2]);

/**
 * @template Value
 * @param {import('../dist/problem/index.js').Result<Value>} result
 */
function mustHave(result) {
  if (!result.ok) throw new Error(renderProblems(result.problems));
  return result.value;
}

const library = mustHave(await openLibrary([spec]));
const suite = mustHave(findSuite(library, 'full'));
const { target } = mustHave(await openTarget(targetFile, library.roles, environment));
const plan = makePlan(library.specs, suite, target);
const apis = openContracts();
const journal = keepExchanges(mustHave(openJournal(join(folder, 'journal.ndjson'))), 'failed');
let passed = 0;

await measure(async () => {
  await run({
    plan,
    library,
    suite,
    target,
    apis,
    tool: readTool(),
    concurrency,
    signal: new AbortController().signal,
    emit(event) {
      if (event.event === 'finished' && event.verdict === 'passed') passed += 1;
      journal.write(event);
    },
  });
  journal.close();
});
rmSync(folder, { recursive: true });
if (passed !== count) throw new Error(`only ${passed} of ${count} passed`);
