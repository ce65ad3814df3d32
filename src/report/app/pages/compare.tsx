import { useMemo } from 'preact/hooks';
import { changesByKind, type KindOfChanges } from '../../compare/change-groups.js';
import { ChangeTable, SlowerTable } from '../../compare/change-table.js';
import { explanationOf, titleOf } from '../../compare/change-words.js';
import { compareRuns } from '../../compare/compare-runs.js';
import type { Comparison } from '../../compare/comparison.js';
import { Doubts } from '../../compare/doubts.js';
import { slowerInWords } from '../../compare/pace.js';
import { doubtsOf, notesOf } from '../../compare/remarks.js';
import { Section } from '../../html/section.js';
import { Prose } from '../../html/words.js';
import { counted } from '../../wording.js';
import { ChangeFilter } from '../parts/change-filter.js';
import { Fold } from '../parts/fold.js';
import { PairChoice } from '../parts/pair-choice.js';
import { Waiting } from '../parts/waiting.js';
import { comparedRunOf } from '../state/compared-run.js';
import { type ChangeClass, formatPlace, start } from '../state/place.js';
import type { Report } from '../state/report.js';
import { pairOf, type RunPair } from '../state/run-pair.js';
import { loadFingerprints, useLoaded } from '../state/unpack.js';
import { useNavigation } from '../state/use-place.js';

/** What became of each instance from one run of the report to another. */
export function Compare({ report }: { readonly report: Report }) {
  const { place } = useNavigation();
  const pair = pairOf(report, place);
  return (
    <>
      <h1>Compare</h1>
      {pair === undefined ? (
        <p class="empty">
          This report holds one run. To compare two, render them into one:{' '}
          <code>gateway-conformance report render BEFORE AFTER --out DIR</code>
        </p>
      ) : (
        <>
          <PairChoice report={report} pair={pair} />
          <Compared pair={pair} />
        </>
      )}
    </>
  );
}

function Compared({ pair: { reference, candidate, of } }: { readonly pair: RunPair }) {
  const loaded = useLoaded(
    () => Promise.all([loadFingerprints(reference.number), loadFingerprints(candidate.number)]),
    `${reference.number} ${candidate.number}`,
  );
  const comparison = useMemo(() => {
    if (loaded.state !== 'here') return undefined;
    const [before, after] = loaded.value;
    return compareRuns(comparedRunOf(reference, before), comparedRunOf(candidate, after), of);
  }, [loaded, reference, candidate, of]);
  if (loaded.state !== 'here') return <Waiting loaded={loaded} />;
  if (comparison === undefined) return null;
  const linkOf = (instance: string, side: 'reference' | 'candidate') =>
    formatPlace({
      ...start,
      page: 'instance',
      instance,
      run: side === 'reference' ? reference.number : candidate.number,
    });
  return <Changes comparison={comparison} linkOf={linkOf} />;
}

interface ChangesProps {
  readonly comparison: Comparison;
  readonly linkOf: (instance: string, side: 'reference' | 'candidate') => string;
}

function Changes({ comparison, linkOf }: ChangesProps) {
  const { place } = useNavigation();
  const { only } = place;
  const { slower, changes, answeredInBoth } = comparison;
  const kinds = useMemo(() => changesByKind(changes), [changes]);
  const counts = new Map<ChangeClass, number>(kinds.map(({ kind, count }) => [kind, count]));
  if (slower.length > 0) counts.set('slower', slower.length);
  const shown = kinds.filter(({ kind }) => only === undefined || only === kind);
  const showsSlower = slower.length > 0 && (only === undefined || only === 'slower');
  return (
    <>
      <Remarks comparison={comparison} />
      <ChangeFilter comparison={comparison} counts={counts} />
      <p class="muted" role="status">
        {counted(answeredInBoth, 'instance')} {answeredInBoth === 1 ? 'has' : 'have'} an answer in both.
      </p>
      {shown.map((one) => {
        const explanation = explanationOf(one.kind, comparison);
        return (
          <Section key={one.kind} anchor={one.kind} title={titleOf(one.kind, comparison)} count={one.count}>
            {explanation !== undefined && <p class="muted">{explanation}</p>}
            <KindTable changes={one} comparison={comparison} linkOf={linkOf} whole={only === one.kind} />
          </Section>
        );
      })}
      {showsSlower && (
        <Section anchor="slower" title="Slower" count={slower.length}>
          <p class="muted">
            <Prose text={slowerInWords} />
          </p>
          <SlowerTable slower={slower} comparison={comparison} linkOf={linkOf} />
        </Section>
      )}
      {shown.length === 0 && !showsSlower && (
        <p class="empty">{only === undefined ? 'Nothing differs.' : 'Nothing changed in this way.'}</p>
      )}
    </>
  );
}

/** What makes the comparison doubtful, loudly; then how the two differ in what they are. */
function Remarks({ comparison }: Pick<ChangesProps, 'comparison'>) {
  const notes = notesOf(comparison);
  return (
    <>
      <Doubts doubts={doubtsOf(comparison)} />
      {notes.length > 0 && (
        <ul class="muted">
          {notes.map((note) => (
            <li>
              <Prose text={note} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** So many reasons of one kind are shown among the others. */
const mostReasons = 100;

interface KindTableProps extends ChangesProps {
  readonly changes: KindOfChanges;
  readonly whole: boolean;
}

function KindTable({ changes: { kind, groups }, comparison, linkOf, whole }: KindTableProps) {
  const { place } = useNavigation();
  const shown = whole ? groups : groups.slice(0, mostReasons);
  return (
    <>
      <ChangeTable groups={shown} comparison={comparison} linkOf={linkOf} Fold={Fold} />
      {shown.length < groups.length && (
        <p>
          <a href={formatPlace({ ...place, only: kind })}>All {groups.length} reasons</a>
        </p>
      )}
    </>
  );
}
