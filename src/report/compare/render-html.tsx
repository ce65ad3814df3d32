import { Document, renderDocument } from '../html/document.js';
import { PartsOfPage } from '../html/parts-of-page.js';
import { Section } from '../html/section.js';
import { Prose } from '../html/words.js';
import { counted } from '../wording.js';
import { changesByKind } from './change-groups.js';
import { ChangeTable, SlowerTable } from './change-table.js';
import { explanationOf, titleOf } from './change-words.js';
import type { Comparison, RunFacts } from './comparison.js';
import { Doubts } from './doubts.js';
import type { ComparisonVerdict } from './judge-comparison.js';
import { slowerInWords } from './pace.js';

interface PageProps {
  readonly comparison: Comparison;
  readonly verdict: ComparisonVerdict;
}

/** A comparison as one page, without script. */
export function renderComparisonHtml(comparison: Comparison, verdict: ComparisonVerdict): string {
  return renderDocument(<Page comparison={comparison} verdict={verdict} />);
}

function Page({ comparison, verdict }: PageProps) {
  const { reference, candidate, slower } = comparison;
  const kinds = changesByKind(comparison.changes);
  const parts = kinds.map(({ kind, count }) => ({ anchor: kind, title: titleOf(kind, comparison), count }));
  return (
    <Document title={`${verdict.headline}: ${reference.label} and ${candidate.label}`}>
      <header>
        <Banner comparison={comparison} verdict={verdict} />
        <div class="facts">
          <Facts run={reference} />
          <Facts run={candidate} />
        </div>
      </header>
      <PartsOfPage parts={[...parts, { anchor: 'slower', title: 'Slower', count: slower.length }]} />
      <main>
        {kinds.map(({ kind, count, groups }) => {
          const explanation = explanationOf(kind, comparison);
          return (
            <Section anchor={kind} title={titleOf(kind, comparison)} count={count}>
              {explanation !== undefined && <p class="muted">{explanation}</p>}
              <ChangeTable groups={groups} comparison={comparison} />
            </Section>
          );
        })}
        {slower.length > 0 && (
          <Section anchor="slower" title="Slower" count={slower.length}>
            <p class="muted">
              <Prose text={slowerInWords} />
            </p>
            <SlowerTable slower={slower} comparison={comparison} />
          </Section>
        )}
        {kinds.length === 0 && <p>Nothing differs.</p>}
      </main>
      <footer>
        Rendered from two journals by {candidate.tool}. What is behind a verdict stands in the report of each run.
      </footer>
    </Document>
  );
}

function Banner({ comparison: { reference, candidate, of }, verdict }: PageProps) {
  const { exitCode, headline, sentence, doubts, notes } = verdict;
  const reason = sentence.slice(headline.length + 2);
  return (
    <>
      <p class="over">
        Gateway conformance, two {of} compared: <strong>{reference.label}</strong> and{' '}
        <strong>{candidate.label}</strong>
      </p>
      <div class={`verdict ${exitCode === 0 ? 'good' : 'bad'}`}>
        <h1>
          <span aria-hidden="true">{exitCode === 0 ? '✓' : '✗'}</span> {headline}
        </h1>
        <p>
          <Prose text={reason.charAt(0).toUpperCase() + reason.slice(1)} />{' '}
          <span class="muted">Exit code {exitCode}.</span>
        </p>
        <Doubts doubts={doubts} />
        {notes.length > 0 && (
          <ul>
            {notes.map((note) => (
              <li>
                <Prose text={note} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function Facts({ run }: { readonly run: RunFacts }) {
  const facts: readonly (readonly [string, string])[] = [
    ['Run', run.label],
    ['Suite', run.suite],
    ['Target', run.target],
    ['Began', run.startedAt],
    ['Planned', counted(run.count, 'instance')],
    ['Specs', run.specsDigest.slice(0, 12)],
    ['By', run.tool],
  ];
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
