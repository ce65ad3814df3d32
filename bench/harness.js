// @ts-check
// The harness on the same requests: planned from a spec, run, judged, and written to a journal.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContracts } from '../dist/cli/open-contracts.js';
import { findSuite, openLibrary } from '../dist/cli/open-library.js';
import { openTarget } from '../dist/cli/open-target.js';
import { readTool } from '../dist/cli/package-root.js';
import { openJournal } from '../dist/journal/index.js';
import { makePlan } from '../dist/plan/index.js';
import { renderProblems } from '../dist/problem/index.js';
import { run } from '../dist/run/index.js';
import { concurrency, count, prompt } from './instances.js';
import { measure } from './measure.js';

const folder = mkdtempSync(join(tmpdir(), 'gateway-conformance-bench-'));
const spec = join(folder, 'bench.yaml');
const targetFile = join(folder, 'target.yaml');
writeFileSync(
  spec,
  `title: A chat call is answered
cases:
  - id: bench.chat
    verifies: API-01
    each: { prompt: ${JSON.stringify(Array.from({ length: count }, (_, index) => prompt(index + 1)))} }
    call: { api: chat, prompt: "\${each.prompt}" }
    expect: { status: 200, contract: success, body: { object: chat.completion } }
`,
);
writeFileSync(
  targetFile,
  `workspaces: { home: { url: "http://127.0.0.1:${process.argv[2]}", id: "1" } }
models: { system: { fqn: main.bench.model, apis: [chat] } }
identities: { default: { token: { env: BENCH_TOKEN } } }
`,
);

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
const { target } = mustHave(await openTarget(targetFile, library.roles, { BENCH_TOKEN: 'bench-token-0123456789' }));
const plan = makePlan(library.specs, suite, target);
const apis = openContracts();
const journal = mustHave(openJournal(join(folder, 'journal.ndjson')));
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
