// Deletes each expectation of the specs in turn, and lists those whose deletion `prove` would not notice.
// Reads the kill matrix of a whole run: `npm run prove && node scripts/mutate-specs.js [CASE GLOB…]`.
// A deletion is noticed when some fault that only this case catches is no longer caught.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openContracts } from '../dist/cli/open-contracts.js';
import { findSuite, openLibrary } from '../dist/cli/open-library.js';
import { packageRoot, readTool } from '../dist/cli/package-root.js';
import { globMatcher } from '../dist/plan/index.js';
import { runTask } from '../dist/prove/index.js';

const [part, ...globs] = process.argv.slice(2);
const self = fileURLToPath(import.meta.url);

if (/^\d+\/\d+$/.test(part ?? '')) await work(part, globs);
else await lead(part === undefined ? [] : [part, ...globs]);

/** Shares the cases out to a process for each core, and puts together what they report. */
async function lead(chosen) {
  const count = availableParallelism();
  const lines = { noticed: 0, unnoticed: [], shared: 0 };
  await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const child = fork(self, [`${index + 1}/${count}`, ...chosen]);
      child.on('message', (told) => {
        if (told.kind === 'noticed') lines.noticed += 1;
        else if (told.kind === 'shared') lines.shared += 1;
        else lines.unnoticed.push(told.line);
      });
      return new Promise((resolve) => child.once('exit', resolve));
    }),
  );
  for (const line of lines.unnoticed.sort()) console.log(line);
  console.log(`
${lines.noticed} deletions are noticed, ${lines.unnoticed.length} are not.
${lines.shared} more cases catch nothing that another case does not catch as well.`);
}

async function work(share, chosen) {
  const [number, count] = share.split('/').map(Number);
  const matrix = JSON.parse(readFileSync(join(packageRoot, 'reports', 'prove.json'), 'utf8'));
  const library = (await openLibrary()).value;
  const suite = findSuite(library, 'full').value;
  const workshop = { suite, apis: openContracts(), tool: readTool() };
  const isChosen = chosen.length === 0 ? () => true : globMatcher(chosen);
  const only = faultsThatOnly(matrix);
  const cases = library.specs.flatMap((spec) => spec.cases.map((item) => ({ spec, item })));
  const mine = cases.filter(({ item }, index) => index % count === number - 1 && isChosen(item.id));
  for (const { spec, item } of mine.filter((one) => one.item.level !== 'OBSERVE')) {
    const faults = only.get(item.id);
    if (faults === undefined) {
      process.send({ kind: 'shared' });
      continue;
    }
    for (const { where, mutant } of mutantsOf(item)) {
      const mutated = { ...library, specs: [{ ...spec, cases: [mutant] }] };
      const noticed = await isNoticed(faults, { ...workshop, library: mutated });
      const line = `${item.file}:${item.place.line} ${item.id}: ${where}`;
      process.send(noticed ? { kind: 'noticed' } : { kind: 'unnoticed', line });
    }
  }
  process.disconnect();
}

/** By case, the faults of which a requirement has no catch by another case. */
function faultsThatOnly({ faults }) {
  const only = new Map();
  for (const { id, breaks } of faults) {
    for (const { catches } of breaks) {
      const [first, ...others] = new Set(catches.map((one) => one.case));
      if (first !== undefined && others.length === 0) only.set(first, (only.get(first) ?? new Set()).add(id));
    }
  }
  return only;
}

async function isNoticed(faults, workshop) {
  for (const id of faults) {
    const { shown } = await runTask({ kind: 'fault', id }, workshop);
    if (!shown.some(({ verdict }) => verdict === 'failed' || verdict === 'warned')) return true;
  }
  return false;
}

/** A case without one expectation, for each of them; the last one stays, since a case without any does not load. */
function* mutantsOf(item) {
  if (item.body.kind !== 'steps') {
    const { judgement } = item.body;
    if (judgement.kind !== 'expect') return;
    for (const aspect of judgement.equivalent) {
      const equivalent = judgement.equivalent.filter((one) => one !== aspect);
      const mutant = { ...item, body: { ...item.body, judgement: { ...judgement, equivalent } } };
      yield { where: `equivalent ${aspect}`, mutant };
    }
    for (const { what, checks } of withoutEach(judgement.all.checks)) {
      const all = { ...judgement.all, checks };
      yield { where: `all ${what}`, mutant: { ...item, body: { ...item.body, judgement: { ...judgement, all } } } };
    }
    return;
  }
  const { steps } = item.body;
  for (const [at, step] of steps.entries()) {
    for (const [which, expectation] of step.expectations.entries()) {
      for (const { what, checks } of withoutEach(expectation.checks)) {
        const expectations = step.expectations.with(which, { ...expectation, checks });
        if (Object.keys(checks).length === 0) expectations.splice(which, 1);
        const body = { ...item.body, steps: steps.with(at, { ...step, expectations }) };
        if (body.steps.every((one) => one.expectations.length === 0)) continue;
        yield { where: `${step.label} ${what}`, mutant: { ...item, body } };
      }
    }
  }
}

function* withoutEach(checks) {
  for (const [key, value] of Object.entries(checks)) {
    const { [key]: _, ...rest } = checks;
    yield { what: key, checks: rest };
    if (Array.isArray(value) && (key === 'rules' || key === 'stream') && value.length > 1) {
      for (const rule of value)
        yield { what: `${key} ${rule}`, checks: { ...checks, [key]: value.filter((one) => one !== rule) } };
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 1) {
      for (const member of Object.keys(value)) {
        const { [member]: __, ...members } = value;
        yield { what: `${key} ${member}`, checks: { ...checks, [key]: members } };
      }
    }
  }
}
