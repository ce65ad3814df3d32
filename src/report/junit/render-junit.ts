import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { Journal } from '../../journal/index.js';
import type { Assessment } from '../assessment.js';
import { grouped } from '../grouped.js';
import { obstaclesOf } from '../outcome.js';
import { obstacleCase } from './obstacle-case.js';
import { instanceCase, type TestCase } from './test-case.js';
import { element } from './xml.js';

interface Suite {
  readonly name: string;
  readonly file?: string;
  readonly cases: readonly TestCase[];
}

/**
 * JUnit XML in the dialect that Jenkins, GitLab, Azure and the actions of GitHub understand alike: one level of suites
 * (nested ones are ignored by some), unique names, the place as attributes and as the last line of the text.
 * There is no standard; the closest is Maven Surefire's surefire-test-report.xsd, which has the flaky and rerun elements.
 */
export function renderJunit(assessment: Assessment): string {
  const { journal } = assessment;
  const { run } = journal;
  const suites = suitesOf(assessment);
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = element(document, 'testsuites', {
    name: `${run.tool.name} ${run.suite}`,
    ...totals(suites.flatMap(({ cases }) => cases)),
    timestamp: run.startedAt,
  });
  for (const { name, file, cases } of suites) {
    const suite = element(root, 'testsuite', {
      name,
      ...totals(cases),
      timestamp: run.startedAt,
      hostname: hostOf(journal),
      ...(file === undefined ? {} : { file }),
    });
    properties(suite, [
      ['tool', `${run.tool.name} ${run.tool.version}`],
      ['suite', run.suite],
      ['target', run.target.name],
      ['specs_digest', run.specsDigest],
    ]);
    for (const testCase of cases) write(suite, testCase);
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

function suitesOf({ journal, gate }: Assessment): readonly Suite[] {
  const { target } = journal.run;
  const suites = [...grouped(journal.instances, (instance) => instance.file)].map(([file, instances]) => ({
    name: `${file} on ${target.name}`,
    file,
    cases: instances.map((instance) => instanceCase(journal, instance)),
  }));
  const obstacles = obstaclesOf(journal, gate);
  if (obstacles.length === 0) return suites;
  return [{ name: `the gate on ${target.name}`, cases: obstacles.map(obstacleCase) }, ...suites];
}

/** Counted from what is written: EnricoMi/publish-unit-test-result trusts these numbers. */
function totals(cases: readonly TestCase[]) {
  const count = (kind: TestCase['outcome']['kind']) => cases.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  };
}

function write(suite: XMLBuilder, testCase: TestCase): void {
  const { name, className, durationMs, place, outcome } = testCase;
  const added = element(suite, 'testcase', {
    name,
    classname: className,
    time: seconds(durationMs),
    ...(place === undefined ? {} : { file: place.file, line: place.line, assertions: testCase.assertions }),
    ...(testCase.timestamp === undefined ? {} : { timestamp: testCase.timestamp }),
  });
  properties(added, testCase.properties);
  if (outcome.kind !== 'passed') {
    const { kind, message, type, text } = outcome;
    element(added, kind, { message, ...(type === undefined ? {} : { type }) }, text);
  }
  for (const { kind, message, type, stackTrace } of testCase.attempts) {
    element(element(added, kind, { message, type }), 'stackTrace', {}, stackTrace);
  }
  if (testCase.output !== '') element(added, 'system-out', {}, testCase.output);
}

function properties(parent: XMLBuilder, pairs: readonly (readonly [string, string])[]): void {
  if (pairs.length === 0) return;
  const list = element(parent, 'properties', {});
  for (const [name, value] of pairs) element(list, 'property', { name, value });
}

/** Jenkins' xunit plugin takes no more than three decimals. */
function seconds(milliseconds: number): string {
  return (Math.max(0, milliseconds) / 1000).toFixed(3);
}

/** The machine of interest is the one under test. */
function hostOf({ run }: Journal): string {
  const url = Object.values(run.target.workspaces)[0]?.url ?? run.target.accountUrl;
  return url !== undefined && URL.canParse(url) ? new URL(url).host : run.target.name;
}
