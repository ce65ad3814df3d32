import type { InstanceRecord, Journal } from '../../journal/index.js';
import type { Assessment } from '../assessment.js';
import { toldAs } from '../gate/obstacles.js';
import { codeOfStanding } from '../gate/standing.js';
import { standingInWords } from '../gate/standing-words.js';
import { brokenFindings, exchangeLine, headlineOf, repeatedAttempts } from '../outcome.js';
import type { ReportOptions } from '../report-options.js';
import { shortened, visible, visibleLine } from '../visible.js';
import { failureText, frameOf } from './failure-text.js';
import { lineOf } from './line-of.js';
import { propertiesOf } from './properties.js';

/** What one `testcase` element says. */
export interface TestCase {
  /** Unique in the whole file: Azure knows a case by nothing else. */
  readonly name: string;
  readonly className: string;
  readonly durationMs: number;
  readonly timestamp?: string;
  readonly place?: { readonly file: string; readonly line: number };
  readonly assertions: number;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly outcome: Outcome;
  readonly attempts: readonly Attempt[];
  readonly output: string;
}

export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failure' | 'error'; readonly message: string; readonly type: string; readonly text: string }
  | { readonly kind: 'skipped'; readonly message: string; readonly type?: undefined; readonly text: string };

interface Attempt {
  readonly kind: 'flakyFailure' | 'rerunFailure';
  readonly message: string;
  readonly type: string;
  readonly stackTrace: string;
}

const longestMessage = 200;
const longestReason = 2_000;
const longestStanding = 16 * 1024;
const longestName = 1_000;
const longestTrace = 8 * 1024;
const longestOutput = 16 * 1024;
const mostAttempts = 50;
const mostValues = 80;

/** A reader that knows `index.html` finds there what is cut here. */
const pointer = '\n[cut: index.html has the rest]';

/** What of the reports' options is about cases. */
export type JunitChoices = Pick<ReportOptions, 'inconclusive'>;

export function instanceCase(assessment: Assessment, instance: InstanceRecord, choices: JunitChoices): TestCase {
  const { journal, gate } = assessment;
  const { run } = journal;
  const openFails = choices.inconclusive === 'fail' || gate.failOn.includes('inconclusive');
  const outcome = standingOutcome(assessment, instance) ?? outcomeOf(journal, instance, openFails);
  return {
    name: lineOf(`${instance.id} ${instance.title}`, longestName),
    className: classNameOf(instance.file),
    durationMs: instance.durationMs,
    ...(instance.startedAt === undefined ? {} : { timestamp: later(run.startedAt, instance.startedAt) }),
    place: { file: instance.file, line: instance.line },
    assertions: instance.findings.length,
    properties: propertiesOf(journal, instance),
    outcome,
    attempts: attemptsOf(journal, instance, outcome),
    output: outputOf(instance),
  };
}

/** `specs/naming/names.yaml` -> `specs.naming.names`: Jenkins makes a tree of packages from it. */
function classNameOf(file: string): string {
  return file.replace(/\.ya?ml$/, '').replaceAll('/', '.');
}

function later(startedAt: string, milliseconds: number): string {
  return new Date(Date.parse(startedAt) + milliseconds).toISOString();
}

/** What an instance is told as because of how it stands against what was accepted; otherwise its verdict decides. */
function standingOutcome({ journal, standings, gate }: Assessment, instance: InstanceRecord): Outcome | undefined {
  const standing = standings.get(instance.id);
  if (standing === undefined) return undefined;
  const words = standingInWords(standing, instance);
  switch (toldAs(standing, instance.verdict, gate)) {
    case 'failure': {
      const text = `${lineOf(words, longestStanding)}\n${frameOf(journal, instance)}`;
      return broken('failure', codeOfStanding(standing.kind), words, text);
    }
    case 'skipped':
      return skipped(`${standing.kind}: ${words}`);
    default:
      return undefined;
  }
}

/**
 * Only what fails the gate is a failure. A skip and an answer that never came are `skipped`, with the reason as attribute
 * (Jenkins, Azure) and as text (GitLab). Warnings and observations have no element: `verdict` and system-out tell them.
 */
function outcomeOf(journal: Journal, instance: InstanceRecord, openFails: boolean): Outcome {
  const { verdict, reason } = instance;
  switch (verdict) {
    case 'passed':
    case 'warned':
    case 'observed':
      return { kind: 'passed' };
    case 'failed': {
      const type = brokenFindings(instance)[0]?.check ?? 'failed';
      return broken('failure', type, withValues(instance), failureText(journal, instance));
    }
    case 'error':
      return broken('error', reason?.code ?? 'error', headlineOf(instance), failureText(journal, instance));
    case 'skipped':
      return skipped(whyOf(instance));
    case 'inconclusive': {
      const why = `inconclusive: ${whyOf(instance)}`;
      if (!openFails) return skipped(why);
      return broken('error', reason?.code ?? verdict, why, failureText(journal, instance));
    }
    default:
      return verdict satisfies never;
  }
}

function broken(kind: 'failure' | 'error', type: string, message: string, text: string): Outcome {
  return { kind, message: oneLine(message) || 'no reason was given', type: oneLine(type) || kind, text };
}

/** `needs.model: The target has no …`, where a reader looks first: as attribute and as text. */
function skipped(why: string): Outcome {
  const message = lineOf(why, longestReason);
  return { kind: 'skipped', message, text: message };
}

function whyOf({ verdict, reason }: InstanceRecord): string {
  return `${reason?.code ?? verdict}: ${reason?.message ?? 'no reason was given'}`;
}

/** The headline, with what was expected and what was found where both are short. */
function withValues(instance: InstanceRecord): string {
  const headline = headlineOf(instance);
  const { expected, found } = brokenFindings(instance)[0] ?? {};
  const [one = '', other = ''] = [expected, found].map((value) => JSON.stringify(value));
  const told = [one, other].every((value) => headline.includes(value.replace(/^"|"$/g, '')));
  return told || one.length + other.length > mostValues ? headline : `${headline} (expected ${one}, found ${other})`;
}

function oneLine(text: string): string {
  return lineOf(text, longestMessage);
}

/** Surefire's elements: `flakyFailure` beside success, `rerunFailure` beside failure. */
function attemptsOf(journal: Journal, instance: InstanceRecord, { kind: shown }: Outcome): readonly Attempt[] {
  if (shown !== 'failure' && !(shown === 'passed' && instance.flaky)) return [];
  const kind = shown === 'failure' ? 'rerunFailure' : 'flakyFailure';
  const place = `\n${frameOf(journal, instance)}`;
  return repeatedAttempts(instance)
    .slice(0, mostAttempts)
    .map((event) => ({
      kind,
      message: oneLine(`${event.step}, attempt ${event.attempt}: ${event.retried}`),
      type: oneLine(event.retried ?? '') || 'retried',
      stackTrace: `${shortened(exchangeLine(event), longestTrace)}${place}`,
    }));
}

/** One for each case: parsers in the wild expect one. */
function outputOf(instance: InstanceRecord): string {
  const warnings = instance.verdict === 'warned' ? brokenFindings(instance) : [];
  const lines = [
    ...warnings.map(({ check, message }) => `warning: ${check}: ${visibleLine(message)}`),
    ...Object.entries(instance.observed ?? {}).map(
      ([aspect, value]) => `observed: ${aspect} = ${JSON.stringify(value)}`,
    ),
    ...instance.exchanges.map(exchangeLine),
  ];
  const output = visible(lines.join('\n'));
  return output.length > longestOutput ? shortened(output, longestOutput) + pointer : output;
}
