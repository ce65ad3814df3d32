import type { InstanceRecord } from '../../journal/index.js';
import type { Assessment } from '../assessment.js';
import { breakdownsOf } from '../breakdowns.js';
import { matrixOf } from '../grants/index.js';
import { isLeftOver } from '../outcome.js';
import { skipsByReason } from '../skipped.js';
import { AllInstances } from './all-instances.js';
import { Breakdowns } from './breakdowns.js';
import { Counters } from './counters.js';
import { Document } from './document.js';
import { GrantMatrix } from './grant-matrix.js';
import { InstanceDetail } from './instance-detail.js';
import { LeftOver } from './left-over.js';
import { Observations } from './observations.js';
import { PartsOfPage } from './parts-of-page.js';
import { Problems } from './problems.js';
import { Requirements } from './requirements.js';
import { RunFacts } from './run-facts.js';
import { Section } from './section.js';
import { Skips } from './skips.js';
import { VerdictBanner } from './verdict-banner.js';

/** Beyond this many, details would make the page too heavy to open: findings only. */
const mostWithExchanges = 200;

interface Chapter {
  readonly anchor: string;
  readonly title: string;
  readonly holds: (instance: InstanceRecord) => boolean;
}

/** What deserves a reader's eye, worst first. */
const chapters: readonly Chapter[] = [
  { anchor: 'failed', title: 'Failed', holds: ({ verdict }) => verdict === 'failed' },
  { anchor: 'errors', title: 'Errors', holds: (instance) => instance.verdict === 'error' && !isLeftOver(instance) },
  { anchor: 'inconclusive', title: 'Inconclusive', holds: ({ verdict }) => verdict === 'inconclusive' },
  { anchor: 'warned', title: 'Warned', holds: ({ verdict }) => verdict === 'warned' },
  { anchor: 'flaky', title: 'Passed after a retry', holds: ({ verdict, flaky }) => verdict === 'passed' && flaky },
];

export function Page({ assessment: { journal, gate } }: { readonly assessment: Assessment }) {
  const { run, instances, problems } = journal;
  const opened = chapters
    .map(({ anchor, title, holds }) => ({ anchor, title, members: instances.filter(holds) }))
    .filter(({ members }) => members.length > 0);
  const detailed = new Set(opened.flatMap(({ members }) => members));
  const rich = new Set([...detailed].slice(0, mostWithExchanges));
  const skips = skipsByReason(instances);
  const leftOver = instances.filter(isLeftOver);
  const observed = instances.filter(({ verdict }) => verdict === 'observed');
  const breakdowns = breakdownsOf(journal).filter(({ parts }) => parts.length > 0);
  const matrix = matrixOf(journal);
  const skipped = gate.counters.skipped;
  const parts = [
    { anchor: 'problems', title: 'Problems', count: problems.length },
    { anchor: 'grants', title: 'Who may call what', count: matrix?.cells.length ?? 0 },
    ...opened.map(({ anchor, title, members }) => ({ anchor, title, count: members.length })),
    { anchor: 'left-over', title: 'Not run', count: leftOver.length },
    { anchor: 'breakdowns', title: 'By API and profile', count: breakdowns.length === 0 ? 0 : instances.length },
    { anchor: 'requirements', title: 'Requirements', count: gate.requirements.length },
    { anchor: 'observed', title: 'Observed', count: observed.length },
    { anchor: 'skipped', title: 'Skipped', count: skipped },
    { anchor: 'instances', title: 'All instances', count: instances.length },
  ];
  return (
    <Document title={`${gate.headline}: ${run.suite} on ${run.target.name}`}>
      <header>
        <VerdictBanner run={run} gate={gate} />
        <Counters counters={gate.counters} />
        <RunFacts journal={journal} />
      </header>
      <PartsOfPage parts={parts} />
      <main>
        {problems.length > 0 && <Problems problems={problems} />}
        {matrix !== undefined && <GrantMatrix matrix={matrix} run={run} />}
        {opened.map(({ anchor, title, members }) => (
          <Section anchor={anchor} title={title} count={members.length}>
            {members.map((instance) => (
              <InstanceDetail journal={journal} instance={instance} withExchanges={rich.has(instance)} />
            ))}
          </Section>
        ))}
        {leftOver.length > 0 && <LeftOver instances={leftOver} />}
        {breakdowns.length > 0 && <Breakdowns breakdowns={breakdowns} count={instances.length} />}
        <Requirements records={gate.requirements} />
        {observed.length > 0 && <Observations instances={observed} />}
        {skips.length > 0 && <Skips groups={skips} count={skipped} />}
        {instances.length > 0 && <AllInstances instances={instances} detailed={detailed} />}
      </main>
      <footer>
        Rendered from <code>journal.ndjson</code> by {run.tool.name} {run.tool.version}. Passed instances are listed
        without their exchanges: the journal has them.
      </footer>
    </Document>
  );
}
