// Takes each rule out of each stream grammar in turn, and lists those whose absence `prove` would not notice:
// `npm run build && node scripts/mutate-grammars.js`. The absence of a rule is noticed when a fault is no longer caught
// for some requirement that it breaks.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openContracts } from '../dist/cli/open-contracts.js';
import { findSuite, openLibrary } from '../dist/cli/open-library.js';
import { readTool } from '../dist/cli/package-root.js';
import { faults } from '../dist/mock/faults/index.js';
import { runTask } from '../dist/prove/index.js';

const [share] = process.argv.slice(2);
if (share === undefined) await lead();
else await work(share);

async function lead() {
  const count = availableParallelism();
  const told = [];
  await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const child = fork(fileURLToPath(import.meta.url), [`${index + 1}/${count}`]);
      child.on('message', (message) => told.push(message));
      return new Promise((resolve) => child.once('exit', resolve));
    }),
  );
  const rules = new Map();
  for (const { rule, noticed } of told) rules.set(rule, (rules.get(rule) ?? false) || noticed);
  const unnoticed = [...rules].filter(([, noticed]) => !noticed).map(([rule]) => rule);
  for (const rule of unnoticed.sort()) console.log(rule);
  console.log(`\n${rules.size - unnoticed.length} of ${rules.size} rules are noticed when they are gone.`);
}

/** Tries a share of the faults: each once as it is, and once without each rule that it broke. */
async function work(numbers) {
  const [number, count] = numbers.split('/').map(Number);
  const library = (await openLibrary()).value;
  const suite = findSuite(library, 'full').value;
  const apis = openContracts();
  const workshop = { library, suite, tool: readTool() };
  for (const { api } of Object.values(apis)) {
    for (const rule of Object.keys(api.streamRules))
      process.send({ rule: `${dialectOf(api)}: ${rule}`, noticed: false });
  }
  const noticed = new Set();
  for (const fault of faults.filter((_, index) => index % count === number - 1)) {
    const broken = new Set();
    const before = await caughtBy(fault, { ...workshop, apis: reading(apis, (rule) => broken.add(rule)) });
    for (const rule of broken) {
      if (noticed.has(rule)) continue;
      const without = reading(apis, () => {}, rule);
      const after = await caughtBy(fault, { ...workshop, apis: without });
      if ([...before].every((requirement) => after.has(requirement))) continue;
      noticed.add(rule);
      process.send({ rule, noticed: true });
    }
  }
  process.disconnect();
}

/** The requirements for which a fault is caught. */
async function caughtBy(fault, workshop) {
  const { shown } = await runTask({ kind: 'fault', id: fault.id }, workshop);
  const catching = shown.filter(({ verdict }) => verdict === 'failed' || verdict === 'warned');
  return new Set(catching.flatMap(({ requirements }) => requirements.filter((id) => fault.breaks.includes(id))));
}

/** The APIs, telling of each rule that a stream breaks, and knowing one rule less. */
function reading(apis, tell, gone) {
  const changed = Object.entries(apis).map(([name, { api, contract }]) => {
    const readStream = (frames, sent) => {
      const read = api.readStream(frames, sent);
      const named = read.violations.map((violation) => ({ violation, rule: `${dialectOf(api)}: ${violation.rule}` }));
      for (const { rule } of named) tell(rule);
      return { ...read, violations: named.filter(({ rule }) => rule !== gone).map(({ violation }) => violation) };
    };
    return [name, { api: { ...api, readStream }, contract }];
  });
  return Object.fromEntries(changed);
}

/** The APIs of one dialect share a grammar. */
function dialectOf({ name }) {
  return name.split('-')[0];
}
