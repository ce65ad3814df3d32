import { type CTRFReport, validate } from 'ctrf';
import { describe, expect, it } from 'vitest';
import { type Acceptance, defaultFailOn } from '../../acceptance/index.js';
import { assess } from '../assessment.js';
import { renderConsole } from '../console/index.js';
import { renderAnnotations } from '../github/index.js';
import { junitOf } from '../junit/testing/junit-of.js';
import { objectionsTo } from '../junit/testing/validate.js';
import { accepting, baselineFrom, known, runOf } from '../testing/accepted.js';
import { textsOf } from '../testing/texts-of.js';

const baseline = baselineFrom({
  'naming.a': 'passed',
  'naming.drifted': { verdict: 'observed', observed: { status: 400, no: { shape: ['/error: string', ': object'] } } },
  'naming.gone': { verdict: 'passed', requirement: 'NAME-02' },
  'naming.skipped': 'passed',
  'naming.stayed': { verdict: 'failed', requirement: 'NAME-03' },
  'naming.broken': 'passed',
});
const run = runOf({
  'naming.a': 'passed',
  'naming.drifted': { verdict: 'observed', observed: { status: 404, no: { shape: [': object', '/message: string'] } } },
  'naming.skipped': 'skipped',
  'naming.stayed': { verdict: 'failed', requirement: 'NAME-03' },
  'naming.known': { verdict: 'failed', requirement: 'NAME-03' },
  'naming.expired': { verdict: 'failed', requirement: 'NAME-03' },
  'naming.stale': 'passed',
  'naming.new': 'failed',
  'naming.broken': 'error',
});
const knownFailures = [
  known('naming.known', { link: 'https://github.com/owner/repo/issues/1', expires: '2026-11-20' }),
  known('naming.expired', { expires: '2026-11-19' }),
  known('naming.stale'),
];
const assessed = (over: Partial<Acceptance> = {}) => assess(run, accepting({ baseline, knownFailures, ...over }));

describe('a run beside what was accepted', () => {
  it('is told on the console', async () => {
    await expect(renderConsole(assessed(), { colour: false })).toMatchFileSnapshot('golden/accepted-console.txt');
  });

  it('is told in the job summary', async () => {
    const section = /## Against what was accepted[\s\S]*?(?=\n## )/.exec(textsOf(assessed())['summary.md'] ?? '')?.[0];
    await expect(section).toMatchFileSnapshot('golden/accepted-summary.md');
  });

  it('is told in JUnit: accepted failures as skipped, what fails the gate as failures', async () => {
    await expect(outcomesIn(textsOf(assessed())['junit.xml'])).toMatchFileSnapshot('golden/accepted-junit.txt');
  });

  it('is told in JUnit as it went where the gate lets it pass', async () => {
    const xml = textsOf(assessed({ failOn: ['known-failures'] }))['junit.xml'];
    await expect(outcomesIn(xml)).toMatchFileSnapshot('golden/accepted-junit-lenient.txt');
  });

  it('is told in JUnit as the schemas of both dialects have it', async () => {
    for (const junitDialect of ['full', 'strict'] as const)
      expect(await objectionsTo(junitDialect, [junitOf(assessed(), { junitDialect })])).toEqual([[]]);
  });

  it('is told in annotations: what fails the gate, and nothing that is accepted', async () => {
    await expect(renderAnnotations(assessed())).toMatchFileSnapshot('golden/accepted-annotations.txt');
  });

  it('is told in CTRF', async () => {
    const report = JSON.parse(textsOf(assessed())['ctrf.json'] ?? '') as CTRFReport;
    expect(validate(report)).toEqual({ valid: true, errors: [] });
    const told = report.results.tests.map(
      ({ testId, status, rawStatus, message, labels }) =>
        `${testId}: ${status} (${rawStatus}) ${labels?.['standing'] ?? ''}\n  ${message ?? ''}\n`,
    );
    await expect(told.join('')).toMatchFileSnapshot('golden/accepted-ctrf.txt');
  });

  it('shows something that failed in JUnit and CTRF whenever the gate fails', () => {
    for (const failOn of [[...defaultFailOn], ['known-failures'], ['fixed'], ['flaky']] as const) {
      for (const id of ['naming.known', 'naming.stayed']) {
        const one = assess(
          runOf({ 'naming.a': 'passed', [id]: { verdict: 'failed', requirement: 'NAME-03' } }),
          accepting({ baseline, knownFailures, failOn }),
        );
        expect((one.gate.exitCode === 0) === !/<(failure|error) /.test(textsOf(one)['junit.xml'] ?? '')).toBe(true);
      }
    }
  });
});

/** What each case of a JUnit file is told as. */
function outcomesIn(xml = ''): string {
  return xml
    .split('\n')
    .filter((line) => /<(testcase|failure|skipped|error) /.test(line))
    .map((line) => line.replace(/ (classname|time|file|line|assertions|timestamp)="[^"]*"/g, '').trim())
    .join('\n');
}
