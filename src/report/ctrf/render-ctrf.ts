import { createHash } from 'node:crypto';
import type { CTRFReport, RetryAttempt, Test, TestStatus } from 'ctrf';
import type { InstanceRecord, Journal, Verdict } from '../../journal/index.js';
import type { Assessment } from '../assessment.js';
import { placeOf } from '../excerpt.js';
import type { Gate } from '../gate/gate.js';
import { type Obstacle, obstaclesOf, toldAs } from '../gate/obstacles.js';
import { standingInWords } from '../gate/standing-words.js';
import { exchangeLine, headlineOf, repeatedAttempts } from '../outcome.js';
import { shortened, visible } from '../visible.js';

/** The version of https://ctrf.io that is written; the tests hold it against that schema. */
const specVersion = '0.0.0';

/** CTRF has three outcomes that are neither success nor failure, and readers show none of them as green. */
const statuses: Readonly<Record<Verdict, TestStatus>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'failed',
  skipped: 'skipped',
  warned: 'other',
  observed: 'other',
  inconclusive: 'other',
};

/** The run as Common Test Report Format, test by test; `rawStatus` keeps the verdict. */
export function* renderCtrf(assessment: Assessment): Generator<string> {
  const [head, tail] = aroundTests(assessment);
  yield head;
  let before = '\n';
  for (const test of testsOf(assessment)) {
    // A member of the list stands three levels deep.
    yield `${before}      ${JSON.stringify(test, null, 2).replaceAll('\n', '\n      ')}`;
    before = ',\n';
  }
  yield `${before === '\n' ? '' : '\n    '}${tail}\n`;
}

/** The list of tests is never whole in memory: what is written before its first and after its last. */
function aroundTests(assessment: Assessment): readonly [head: string, tail: string] {
  const report = JSON.stringify(withoutTests(assessment), null, 2);
  // Within a text its quotation marks would be escaped.
  const list = '"tests": [';
  const place = report.indexOf(`${list}]`) + list.length;
  return [report.slice(0, place), report.slice(place)];
}

function withoutTests(assessment: Assessment): CTRFReport {
  const { journal, gate } = assessment;
  const { run } = journal;
  return {
    reportFormat: 'CTRF',
    specVersion,
    runId: createHash('sha256').update(`${run.startedAt}\n${run.target.name}\n${run.specsDigest}`).digest('hex'),
    timestamp: run.startedAt,
    generatedBy: `${run.tool.name} ${run.tool.version}`,
    results: {
      tool: { name: run.tool.name, version: run.tool.version },
      summary: summaryOf(assessment, obstaclesOf(assessment)),
      tests: [],
      environment: {
        reportName: `suite ${run.suite}`,
        testEnvironment: run.target.name,
        healthy: journal.problems.length === 0,
        extra: { specsDigest: run.specsDigest },
      },
      extra: { gate: gateOf(gate) },
    },
  };
}

function* testsOf(assessment: Assessment): Generator<Test> {
  const { journal } = assessment;
  for (const obstacle of obstaclesOf(assessment)) yield obstacleTest(obstacle);
  const start = Date.parse(journal.run.startedAt);
  for (const instance of journal.instances) yield testOf(assessment, instance, start);
}

function summaryOf(assessment: Assessment, obstacles: readonly Obstacle[]): CTRFReport['results']['summary'] {
  const { journal } = assessment;
  const { run, instances } = journal;
  const counts = new Map<TestStatus, number>();
  for (const instance of instances) {
    const status = statusOf(assessment, instance);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const count = (status: TestStatus) => counts.get(status) ?? 0;
  const files = new Set(instances.map(({ file }) => file));
  const start = Date.parse(run.startedAt);
  const stop = start + Math.round(endOf(journal));
  return {
    tests: obstacles.length + instances.length,
    passed: count('passed'),
    failed: obstacles.length + count('failed'),
    skipped: count('skipped'),
    pending: count('pending'),
    other: count('other'),
    flaky: instances.filter(({ flaky }) => flaky).length,
    // Obstacles have no file, and are a suite of their own.
    suites: files.size + (obstacles.length > 0 ? 1 : 0),
    start,
    stop,
    duration: stop - start,
  };
}

/** Milliseconds from the run's start; a cut journal knows only its last instance. */
function endOf({ ended, instances }: Journal): number {
  return (
    ended?.at ??
    instances.reduce((latest, { startedAt = 0, durationMs }) => Math.max(latest, startedAt + durationMs), 0)
  );
}

function gateOf(gate: Gate): Record<string, unknown> {
  const requirements = gate.requirements.map(({ requirement, status }) => [requirement.id, status]);
  return {
    exitCode: gate.exitCode,
    sentence: visible(gate.sentence),
    remarks: gate.remarks.map(visible),
    requirements: Object.fromEntries(requirements),
  };
}

/** An accepted failure is skipped, and what the gate fails on has failed, whatever its verdict. */
function statusOf({ standings, gate }: Assessment, instance: InstanceRecord): TestStatus {
  const standing = standings.get(instance.id);
  const told = standing === undefined ? undefined : toldAs(standing, instance.verdict, gate);
  return told === 'failure' ? 'failed' : (told ?? statuses[instance.verdict]);
}

function messageOf({ standings, gate }: Assessment, instance: InstanceRecord): string | undefined {
  const { id, verdict } = instance;
  const standing = standings.get(id);
  if (standing !== undefined && toldAs(standing, verdict, gate) !== undefined)
    return `${standing.kind}: ${standingInWords(standing, instance)}`;
  return verdict === 'passed' || verdict === 'observed' ? undefined : headlineOf(instance);
}

function testOf(assessment: Assessment, instance: InstanceRecord, runStart: number): Test {
  const { journal, standings } = assessment;
  const { verdict, startedAt } = instance;
  const standing = standings.get(instance.id);
  const start = runStart + Math.round(startedAt ?? 0);
  const duration = Math.round(instance.durationMs);
  const [requirement, ...requirements] = instance.requirements;
  const attempts = instance.flaky || verdict === 'failed' ? attemptsOf(instance) : [];
  const message = messageOf(assessment, instance);
  return {
    testId: visible(instance.id),
    name: visible(`${instance.id} ${instance.title}`),
    status: statusOf(assessment, instance),
    rawStatus: verdict,
    duration,
    ...(startedAt === undefined ? {} : { start, stop: start + duration }),
    suite: [instance.file],
    filePath: instance.file,
    line: instance.line,
    ...(message !== undefined
      ? {
          message,
          trace: `    at ${visible(instance.id)} (${placeOf(journal, instance)})`,
        }
      : {}),
    ...(instance.tags.length === 0 ? {} : { tags: [...instance.tags] }),
    labels: {
      level: instance.level,
      ...(requirement === undefined ? {} : { requirement: [requirement, ...requirements] }),
      ...(standing === undefined ? {} : { standing: standing.kind }),
      ...(instance.reason === undefined ? {} : { reason: visible(instance.reason.code) }),
    },
    ...(Object.keys(instance.bindings).length === 0 ? {} : { parameters: { ...instance.bindings } }),
    ...(attempts.length === 0 ? {} : { retries: attempts.length, retryAttempts: attempts }),
    ...(instance.flaky ? { flaky: true } : {}),
    ...(instance.observed === undefined ? {} : { extra: { observed: instance.observed } }),
  };
}

function attemptsOf(instance: InstanceRecord): RetryAttempt[] {
  return repeatedAttempts(instance).map((event, index) => ({
    attempt: index + 1,
    status: 'failed',
    message: shortened(exchangeLine(event), 2_000),
  }));
}

function obstacleTest({ id, title, message }: Obstacle): Test {
  return {
    testId: id,
    name: `${id} ${title}`,
    status: 'failed',
    rawStatus: 'error',
    duration: 0,
    suite: ['gate'],
    message,
  };
}
