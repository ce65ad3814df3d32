import type { ExchangeEvent, InstanceRecord, Journal } from '../../journal/index.js';
import { placeOf } from '../excerpt.js';
import { exchangeLine, headlineOf, repeatedAttempts } from '../outcome.js';
import { shortened, visible, visibleLine } from '../visible.js';
import { failureText } from './failure-text.js';

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
const requestIdHeaders = new Set(['x-request-id', 'x-databricks-request-id']);

export function instanceCase(journal: Journal, instance: InstanceRecord): TestCase {
  const { run } = journal;
  return {
    name: visibleLine(`${instance.id} ${instance.title}`),
    className: classNameOf(instance.file),
    durationMs: instance.durationMs,
    ...(instance.startedAt === undefined ? {} : { timestamp: later(run.startedAt, instance.startedAt) }),
    place: { file: instance.file, line: instance.line },
    assertions: instance.findings.length,
    properties: propertiesOf(journal, instance),
    outcome: outcomeOf(journal, instance),
    attempts: attemptsOf(journal, instance),
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

function propertiesOf(journal: Journal, instance: InstanceRecord): readonly (readonly [string, string])[] {
  const profiles = journal.run.requirements
    .filter(({ id }) => instance.requirements.includes(id))
    .map(({ profile }) => profile);
  const requestIds = instance.exchanges.flatMap(({ exchange }) =>
    (exchange.response?.headers ?? [])
      .filter(([name]) => requestIdHeaders.has(name.toLowerCase()))
      .map(([, value]) => value),
  );
  const attempts =
    instance.exchanges.length === 0 ? [] : [String(Math.max(...instance.exchanges.map(({ attempt }) => attempt)))];
  return [
    ...instance.requirements.map((id) => ['requirement', id] as const),
    ['level', instance.level],
    ['verdict', instance.verdict],
    ...distinct('profile', profiles),
    ...distinct('tag', instance.tags),
    ['target', journal.run.target.name],
    ...distinct(
      'identity',
      instance.exchanges.map(({ identity }) => identity),
    ),
    ...Object.entries(instance.bindings).map(
      ([dimension, value]) => [`each.${dimension}`, visibleLine(value)] as const,
    ),
    ...distinct('request_id', requestIds),
    ...distinct('attempts', attempts),
  ];
}

function distinct(name: string, values: readonly string[]): readonly (readonly [string, string])[] {
  return [...new Set(values)].map((value) => [name, shortened(visibleLine(value), longestMessage)]);
}

/**
 * Only what fails the gate is a failure. A skip and an answer that never came are `skipped`, with the reason as attribute
 * (Jenkins, Azure) and as text (GitLab). Warnings and observations have no element: `verdict` and system-out tell them.
 */
function outcomeOf(journal: Journal, instance: InstanceRecord): Outcome {
  const { verdict, reason } = instance;
  switch (verdict) {
    case 'passed':
    case 'warned':
    case 'observed':
      return { kind: 'passed' };
    case 'failed': {
      const type = instance.findings.find(({ holds }) => !holds)?.check ?? 'failed';
      return { kind: 'failure', message: oneLine(headlineOf(instance)), type, text: failureText(journal, instance) };
    }
    case 'error': {
      const type = reason?.code ?? 'error';
      return { kind: 'error', message: oneLine(headlineOf(instance)), type, text: failureText(journal, instance) };
    }
    case 'skipped':
    case 'inconclusive': {
      const why = visibleLine(`${reason?.code ?? verdict}: ${reason?.message ?? 'no reason was given'}`);
      const message = verdict === 'inconclusive' ? `inconclusive: ${why}` : why;
      return { kind: 'skipped', message, text: message };
    }
    default:
      return verdict satisfies never;
  }
}

function oneLine(text: string): string {
  return shortened(text, longestMessage);
}

/** Surefire's elements: `flakyFailure` beside success, `rerunFailure` beside failure. */
function attemptsOf(journal: Journal, instance: InstanceRecord): readonly Attempt[] {
  const kind = instance.verdict === 'failed' ? 'rerunFailure' : instance.flaky ? 'flakyFailure' : undefined;
  if (kind === undefined) return [];
  return repeatedAttempts(instance).map((event) => ({
    kind,
    message: oneLine(visibleLine(`${event.step}, attempt ${event.attempt}: ${event.retried}`)),
    type: visibleLine(event.retried ?? 'retried'),
    stackTrace: `${exchangeLine(event)}\n    at ${instance.id} (${placeOf(journal, instance)})`,
  }));
}

/** One for each case: parsers in the wild expect one. */
function outputOf(instance: InstanceRecord): string {
  const warnings = instance.verdict === 'warned' ? instance.findings.filter(({ holds }) => !holds) : [];
  const lines = [
    ...warnings.map(({ check, message }) => `warning: ${check}: ${visibleLine(message)}`),
    ...Object.entries(instance.observed ?? {}).map(
      ([aspect, value]) => `observed: ${aspect} = ${JSON.stringify(value)}`,
    ),
    ...instance.exchanges.map((event: ExchangeEvent) => exchangeLine(event)),
  ];
  return shortened(visible(lines.join('\n')), 16 * 1024);
}
