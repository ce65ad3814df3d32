import type { Assessment } from '../assessment.js';
import type { ReportFile } from '../report-file.js';
import { defaultReportOptions, type ReportOptions } from '../report-options.js';
import { lineOf } from './line-of.js';
import { attributesOf, count, noTotals, type Suite, suiteEnd, suiteHead, suitesOf, type Totals } from './suite.js';
import type { TestCase } from './test-case.js';
import { type Dialect, testCaseXml } from './test-case-xml.js';
import { document, element, startOf } from './xml.js';

/** GitLab leaves out a file of more than 30 MB (`ci_max_artifact_size_junit`, and the documentation of unit test reports). */
const mostBytes = 29_000_000;
const longestName = 200;

/** One file while it grows: its counters stand at its head, so that it is kept until they are known. */
interface Part {
  readonly suites: PartOfSuite[];
  readonly totals: Totals;
  bytes: number;
}

interface PartOfSuite {
  readonly suite: Suite;
  readonly totals: Totals;
  readonly cases: string[];
}

/**
 * JUnit XML in the dialect that Jenkins, GitLab, Azure and the actions of GitHub understand alike: one level of suites
 * (nested ones are ignored by some), unique names, the place as attributes and as the last line of the text.
 * There is no standard; the closest is Maven Surefire's surefire-test-report.xsd, which has the flaky and rerun elements.
 * `junit.xml` if one file has room for it, else `junit-0001.xml` and so on.
 */
export function* renderJunit(
  assessment: Assessment,
  options: ReportOptions = defaultReportOptions,
  most = mostBytes,
): Generator<ReportFile> {
  const { run } = assessment.journal;
  const dialect = options.junitDialect;
  const fileOf = (part: Part, name: string) => ({ name, chunks: chunksOf(part, assessment, dialect) });
  const room = most - Buffer.byteLength([...chunksOf(emptyPart(), assessment, dialect)].join('')) - roomOfCounters;
  const names = new Set<string>();
  let part = emptyPart();
  let number = 0;
  for (const suite of suitesOf(assessment, options)) {
    const sizeOfHead = Buffer.byteLength(suiteHead(suite, noTotals(), run, dialect) + suiteEnd) + roomOfCounters;
    for (const testCase of suite.cases) {
      const named = { ...testCase, name: uniqueName(testCase.name, names) };
      const xml = testCaseXml(named, dialect);
      const size = Buffer.byteLength(xml);
      const opens = part.suites.at(-1)?.suite !== suite;
      if (part.bytes > 0 && part.bytes + size + (opens ? sizeOfHead : 0) > room) {
        number += 1;
        yield fileOf(part, numberedName(number));
        part = emptyPart();
      }
      if (part.suites.at(-1)?.suite !== suite) {
        part.suites.push({ suite, totals: noTotals(), cases: [] });
        part.bytes += sizeOfHead;
      }
      add(part, named, xml, size);
    }
  }
  yield fileOf(part, number === 0 ? 'junit.xml' : numberedName(number + 1));
}

/** Files of an earlier run, which a CI system would collect with those of this one. */
export const junitFiles = /^junit(-\d{4,})?\.xml$/;

function numberedName(number: number): string {
  return `junit-${String(number).padStart(4, '0')}.xml`;
}

/** How much longer five counters may become than those of nothing. */
const roomOfCounters = 100;

function emptyPart(): Part {
  return { suites: [], totals: noTotals(), bytes: 0 };
}

function add(part: Part, testCase: TestCase, xml: string, size: number): void {
  const suite = part.suites.at(-1);
  if (suite === undefined) return;
  suite.cases.push(xml);
  count(suite.totals, testCase);
  count(part.totals, testCase);
  part.bytes += size;
}

function* chunksOf({ suites, totals }: Part, { journal: { run } }: Assessment, dialect: Dialect): Generator<string> {
  const { skipped, ...counters } = attributesOf(totals);
  const root = element(document(), 'testsuites', {
    name: lineOf(`${run.tool.name} ${run.suite}`, longestName),
    ...(dialect === 'full' ? attributesOf(totals) : counters),
    ...(dialect === 'full' ? { timestamp: run.startedAt } : {}),
  });
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${startOf(root)}`;
  for (const { suite, totals: ofSuite, cases } of suites) {
    yield suiteHead(suite, ofSuite, run, dialect);
    yield* cases;
    yield suiteEnd;
  }
  yield '\n</testsuites>\n';
}

/** Azure knows a case by its name alone; two ids that differ only in what is not shown would be one. */
function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let copy = 2; taken.has(unique); copy += 1) unique = `${name} (${copy})`;
  taken.add(unique);
  return unique;
}
