import type { InstanceRecord, RunEvent } from '../../journal/index.js';
import type { Assessment } from '../assessment.js';
import { obstaclesOf } from '../gate/obstacles.js';
import { grouped } from '../grouped.js';
import { lineOf } from './line-of.js';
import { obstacleCase } from './obstacle-case.js';
import type { Properties } from './properties.js';
import { instanceCase, type JunitChoices, type TestCase } from './test-case.js';
import { addProperties, type Dialect, seconds } from './test-case-xml.js';
import { type Attributes, document, element, textOf } from './xml.js';

/** What is tested together: one spec file on one target, by the same identities. */
export interface Suite {
  readonly name: string;
  readonly file?: string;
  readonly properties: Properties;
  /** Made one by one, as they are written. */
  readonly cases: Iterable<TestCase>;
}

const longestProperty = 200;
const longestName = 1_000;

/**
 * Identities are those that were planned: those that came to act would move a case that fails early into another suite,
 * and Jenkins knows a case by its suite.
 */
export function suitesOf(assessment: Assessment, choices: JunitChoices): readonly Suite[] {
  const { journal } = assessment;
  const { run } = journal;
  const groups = grouped(journal.instances, ({ file, identities }) => JSON.stringify([file, ...identities]));
  const suites = [...groups.values()].flatMap((instances): readonly Suite[] => {
    const [first] = instances;
    if (first === undefined) return [];
    const { file, identities } = first;
    const as = identities.length === 0 ? '' : ` as ${identities.join(', ')}`;
    return [
      {
        name: lineOf(`${file} on ${run.target.name}${as}`, longestName),
        file,
        properties: propertiesOf(run, identities),
        cases: casesOf(assessment, instances, choices),
      },
    ];
  });
  const obstacles = obstaclesOf(assessment).map(obstacleCase);
  if (obstacles.length === 0) return suites;
  const gateSuite = {
    name: lineOf(`the gate on ${run.target.name}`, longestName),
    properties: propertiesOf(run),
    cases: obstacles,
  };
  return [gateSuite, ...suites];
}

function* casesOf(assessment: Assessment, instances: readonly InstanceRecord[], choices: JunitChoices) {
  for (const instance of instances) yield instanceCase(assessment, instance, choices);
}

function propertiesOf(
  { tool, suite, target, specsDigest, shard }: RunEvent,
  identities: readonly string[] = [],
): Properties {
  const pairs = [
    ['tool', `${tool.name} ${tool.version}`],
    ['suite', suite],
    ['target', target.name],
    ...identities.map((identity) => ['identity', identity] as const),
    ['specs_digest', specsDigest],
    ...(shard === undefined ? [] : [['shard', `${shard.index}/${shard.count}`] as const]),
  ] as const;
  return pairs.map(([name, value]) => [name, lineOf(value, longestProperty)]);
}

/** Everything about a suite, or about a whole file, that is known only when its cases are written. */
export interface Totals {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
  milliseconds: number;
}

export function noTotals(): Totals {
  return { tests: 0, failures: 0, errors: 0, skipped: 0, milliseconds: 0 };
}

/** Counted from what is written: EnricoMi/publish-unit-test-result trusts these numbers. */
export function count(totals: Totals, { outcome, durationMs }: TestCase): void {
  totals.tests += 1;
  totals.milliseconds += Math.max(0, durationMs);
  if (outcome.kind === 'failure') totals.failures += 1;
  if (outcome.kind === 'error') totals.errors += 1;
  if (outcome.kind === 'skipped') totals.skipped += 1;
}

/** The lines before the cases of a suite: its start and its properties. */
export function suiteHead(suite: Suite, totals: Totals, run: RunEvent, dialect: Dialect): string {
  const added = element(document(), 'testsuite', {
    name: suite.name,
    ...attributesOf(totals),
    timestamp: run.startedAt,
    hostname: hostOf(run),
    ...(suite.file === undefined || dialect === 'strict' ? {} : { file: suite.file }),
  });
  addProperties(added, suite.properties);
  return textOf(added, 1).slice(0, -suiteEnd.length);
}

export const suiteEnd = '\n  </testsuite>';

export function attributesOf({ tests, failures, errors, skipped, milliseconds }: Totals): Attributes {
  return { tests, failures, errors, skipped, time: seconds(milliseconds) };
}

/** The machine of interest is the one under test. */
function hostOf({ target }: RunEvent): string {
  const url = Object.values(target.workspaces)[0]?.url ?? target.accountUrl;
  return url !== undefined && URL.canParse(url) ? new URL(url).host : target.name;
}
