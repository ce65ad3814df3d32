import { renderKnownFailures } from '../../acceptance/index.js';
import type { InstanceRecord, Journal } from '../../journal/index.js';
import { waitSpansOf } from '../app/views/timeline/bar.js';
import type { Assessment } from '../assessment.js';
import { type Cause, causeOf } from '../cause.js';
import { endOfRun } from '../compare/compared-run.js';
import { goneOf } from '../gate/gone.js';
import { partOf } from '../gate/part.js';
import { cellAt, expectedWords, matrixOf, matrixWords, mendOf, observedWords, principalOf } from '../grants/index.js';
import { headlineOf, isLeftOver } from '../outcome.js';
import type { ReportOptions } from '../report-options.js';
import { factsOf } from './facts.js';
import { packRows } from './packed-rows.js';
import type { GrantData, ReportData, RunData } from './report-data.js';
import type { Row } from './row.js';

export function reportDataOf(
  assessments: readonly Assessment[],
  {
    killMatrix,
    names: given,
    heldAgainst,
    beside,
  }: Pick<ReportOptions, 'killMatrix' | 'names' | 'heldAgainst' | 'beside'> = {},
): ReportData {
  const names = assessments.map(({ journal }, index) => given?.[index] ?? journal.run.target.name);
  const nameOf = (index: number) => {
    const name = names[index] ?? '';
    const same = names.slice(0, index).filter((one) => one === name).length;
    return same === 0 ? name : `${name} (${same + 1})`;
  };
  return {
    runs: assessments.map((assessment, index) => runDataOf(assessment, nameOf(index))),
    proof: killMatrix !== undefined,
    ...(heldAgainst === undefined ? {} : { heldAgainst }),
    ...(beside === undefined ? {} : { beside }),
  };
}

export function runDataOf(assessment: Assessment, name: string): RunData {
  const { journal, gate } = assessment;
  const { suite, tool, startedAt, specsDigest, target } = journal.run;
  const causes = new Map<string, { readonly cause: Cause; readonly number: number }>();
  const numberOf = (instance: InstanceRecord) => {
    const cause = isLeftOver(instance) ? undefined : causeOf(instance);
    if (cause === undefined) return undefined;
    const key = `${cause.code}\n${cause.message}`;
    const known = causes.get(key) ?? { cause, number: causes.size };
    causes.set(key, known);
    return known.number;
  };
  const rows = journal.instances.map((instance, index) => rowOf(assessment, instance, index, numberOf(instance)));
  const grants = grantsOf(journal);
  const part = partOf(journal);
  return {
    name,
    suite,
    tool,
    startedAt,
    specsDigest,
    target,
    facts: factsOf(journal),
    gate: { exitCode: gate.exitCode, headline: gate.headline, sentence: gate.sentence, remarks: gate.remarks },
    problems: journal.problems,
    end: endOfRun(journal),
    ...(part === undefined ? {} : { part: part.name }),
    gone: goneOf(assessment),
    ...entriesFor(assessment),
    rows: packRows(rows),
    waits: journal.instances.flatMap((instance, index) => {
      const spans = waitSpansOf(instance, Date.parse(startedAt));
      return spans.length === 0 ? [] : [[index, spans] as const];
    }),
    causes: [...causes.values()].map(({ cause }) => cause),
    requirements: gate.requirements.map(({ requirement, status, promised }) => ({ ...requirement, status, promised })),
    ...(grants === undefined ? {} : { grants }),
  };
}

/** More failures than this nobody accepts one by one. */
const mostEntries = 1_000;

function entriesFor({ journal, gate }: Assessment): Pick<RunData, 'knownFailures'> {
  const { failed } = gate.counters;
  return failed === 0 || failed > mostEntries ? {} : { knownFailures: renderKnownFailures(journal) };
}

function rowOf({ standings }: Assessment, instance: InstanceRecord, index: number, cause: number | undefined): Row {
  const { id, title, file, line, endLine, level, verdict, flaky, requirements, apis, tags, reason } = instance;
  const standing = standings.get(id)?.kind;
  const quiet = reason === undefined && instance.findings.every(({ holds }) => holds);
  return {
    index,
    id,
    title,
    file,
    line,
    endLine,
    level,
    verdict,
    ...(standing === undefined ? {} : { standing }),
    flaky,
    notRun: isLeftOver(instance),
    requirements,
    apis,
    tags,
    identities: actorsOf(instance),
    requests: instance.requests,
    ...(instance.startedAt === undefined ? {} : { startedAt: Math.round(instance.startedAt) }),
    durationMs: Math.round(instance.durationMs),
    message: quiet ? '' : headlineOf(instance),
    ...(reason === undefined ? {} : { reason: reason.code }),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** A journal of an older tool tells only who sent something. */
function actorsOf({ identities, exchanges }: InstanceRecord): readonly string[] {
  return identities.length > 0 ? identities : [...new Set(exchanges.map(({ identity }) => identity))];
}

function grantsOf(journal: Journal): GrantData | undefined {
  const matrix = matrixOf(journal);
  if (matrix === undefined) return undefined;
  const { run } = journal;
  return {
    words: matrixWords(matrix),
    identities: matrix.identities.map((name) => {
      const principal = principalOf(run.target, name);
      return { name, ...(principal === undefined ? {} : { principal }) };
    }),
    models: matrix.models.map((name) => {
      const fqn = run.target.models[name]?.fqn;
      return { name, ...(fqn === undefined ? {} : { fqn }) };
    }),
    cells: matrix.identities.flatMap((identity) =>
      matrix.models.flatMap((model) => {
        const cell = cellAt(matrix, identity, model);
        if (cell === undefined) return [];
        const mend = mendOf(cell, run);
        const { state, instance } = cell;
        const words = { expected: expectedWords(cell), observed: observedWords(cell) };
        const { notes = [], rest = [], sql = [] } = mend ?? {};
        return [
          { identity, model, state, ...words, instance, ...(mend === undefined ? {} : { mend: { notes, rest, sql } }) },
        ];
      }),
    ),
  };
}
