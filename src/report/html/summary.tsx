import type { VNode } from 'preact';
import { areasOf } from '../areas.js';
import type { Assessment } from '../assessment.js';
import { headlineOfRuns } from '../data/headline.js';
import type { ReportData, RunData } from '../data/report-data.js';
import { failuresOf } from '../outcome.js';
import { AreaTable } from './area-table.js';
import { Counters } from './counters.js';
import { Failure, FailureLine } from './failure.js';
import { GoneInstances } from './gone-instances.js';
import { GrantDifferences, GrantTable } from './grant-matrix.js';
import { Problems } from './problems.js';
import { RunFacts, TargetFacts } from './run-facts.js';
import { Section } from './section.js';
import { Verdict } from './verdict-banner.js';

/** Beyond this many, failures are named without their findings. */
const mostFailures = 500;

export function Head({ policy, title }: { readonly policy: string; readonly title: string }) {
  return (
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <title>{title}</title>
    </>
  );
}

export function titleOf({ runs }: ReportData): string {
  const [first] = runs;
  if (runs.length === 1 && first !== undefined) return `${first.gate.headline}: ${first.suite} on ${first.name}`;
  return headlineOfRuns(runs);
}

/** What can be read without a script, and what is printed: piece by piece, since a run can have failed in many places. */
export function* summaryOf(assessments: readonly Assessment[], { runs }: ReportData): Generator<VNode> {
  const several = runs.length > 1;
  if (several) {
    yield (
      <header>
        <p class="over">Gateway conformance</p>
        <h1>{headlineOfRuns(runs)}</h1>
      </header>
    );
  }
  for (const [number, assessment] of assessments.entries()) {
    const run = runs[number];
    if (run !== undefined) yield* runSummary(assessment, run, number, several);
  }
  yield (
    <footer>
      Rendered from <code>journal.ndjson</code> by {runs[0]?.tool.name} {runs[0]?.tool.version}. With a script, this
      page has every instance, search, and the exchanges.
    </footer>
  );
}

function* runSummary(assessment: Assessment, run: RunData, number: number, several: boolean): Generator<VNode> {
  const { gate } = assessment;
  const anchor = (name: string) => (several ? `${name}-${number + 1}` : name);
  yield (
    <header>
      <Verdict run={run} level={several ? 2 : 1} />
      <Counters counters={gate.counters} />
      <RunFacts facts={run.facts} />
      <TargetFacts target={run.target} />
    </header>
  );
  if (run.problems.length > 0) {
    yield (
      <Section anchor={anchor('problems')} title="Problems" count={run.problems.length}>
        <Problems problems={run.problems} />
      </Section>
    );
  }
  if (run.gone.length > 0) {
    yield (
      <Section anchor={anchor('gone')} title="No longer planned" count={run.gone.length}>
        <GoneInstances gone={run.gone} />
      </Section>
    );
  }
  if (run.grants !== undefined) {
    const { grants } = run;
    yield (
      <Section anchor={anchor('grants')} title="Who may call what" count={grants.cells.length}>
        <GrantTable grants={grants} linkOf={() => undefined} />
        <GrantDifferences grants={grants} />
      </Section>
    );
  }
  yield* failuresIn(assessment, anchor('failures'));
  yield (
    <Section anchor={anchor('requirements')} title="Requirements" count={gate.requirements.length}>
      <AreaTable areas={areasOf(gate.requirements)} />
    </Section>
  );
}

function* failuresIn({ journal }: Assessment, anchor: string): Generator<VNode> {
  const failures = failuresOf(journal);
  if (failures.length === 0) return;
  yield (
    <h2 id={anchor}>
      Failures <small>{failures.length}</small>
    </h2>
  );
  for (const instance of failures.slice(0, mostFailures)) yield <Failure journal={journal} instance={instance} />;
  for (let first = mostFailures; first < failures.length; first += mostFailures) {
    yield (
      <ul>
        {failures.slice(first, first + mostFailures).map((instance) => (
          <FailureLine instance={instance} />
        ))}
      </ul>
    );
  }
}
