import type { RefObject } from 'preact';
import { verdictMarks } from '../../marks.js';
import { type PageName, type Place, start } from '../state/place.js';
import type { Report, Run } from '../state/report.js';
import { pairOf, placeOfPair } from '../state/run-pair.js';
import { useNavigation } from '../state/use-place.js';
import { Search } from './search.js';
import { ThemeButton } from './theme.js';

interface TopBarProps {
  readonly report: Report;
  readonly run: Run;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly help: () => void;
}

/** On every page: the answer, where else to look, and the search. */
export function TopBar({ report, run, input, help }: TopBarProps) {
  const { place, linkTo } = useNavigation();
  const { gate, name, suite } = run.data;
  const holds = gate.exitCode === 0;
  return (
    <header class="bar-on-top">
      <div class="line">
        <a class={`gate ${holds ? 'good' : 'bad'}`} href={linkTo({ page: overviewOf(report) })}>
          <span aria-hidden="true">{holds ? verdictMarks.passed : verdictMarks.failed}</span> {gate.headline}
        </a>
        <span class="muted about">
          {suite} on {name}
        </span>
        {report.runs.length > 1 && place.page !== 'compare' && <RunChoice report={report} />}
        <Search input={input} help={help} />
        <ThemeButton />
      </div>
      <Pages report={report} run={run} />
    </header>
  );
}

/** Where one run is summed up. */
export function overviewOf({ runs }: Report): PageName {
  return runs.length > 1 ? 'run' : 'overview';
}

function RunChoice({ report }: { readonly report: Report }) {
  const { place, go } = useNavigation();
  return (
    <label>
      <span class="hidden">Run</span>
      <select
        value={place.run}
        onChange={(event) =>
          go({
            ...start,
            page: place.page === 'instance' || place.page === 'overview' ? 'run' : place.page,
            query: place.query,
            run: Number(event.currentTarget.value),
          })
        }
      >
        {report.runs.map(({ number, data }) => (
          <option value={number}>{data.name}</option>
        ))}
      </select>
    </label>
  );
}

interface PageLink {
  readonly page: PageName;
  /** Elsewhere than in the run that is looked at. */
  readonly to?: Partial<Place>;
  readonly words: string;
  readonly count?: number;
}

function Pages({ report, run: { data, rows } }: { readonly report: Report; readonly run: Run }) {
  const { place, linkTo } = useNavigation();
  const several = report.runs.length > 1;
  const pair = pairOf(report, { run: place.run });
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const links: readonly PageLink[] = [
    ...(several ? [{ page: 'overview', words: 'All runs', count: report.runs.length } as const] : []),
    ...(pair === undefined ? [] : [{ page: 'compare', words: 'Compare', to: placeOfPair(pair) } as const]),
    { page: overviewOf(report), words: 'Overview' },
    { page: 'instances', words: 'Instances', count: rows.length },
    { page: 'causes', words: 'Causes' },
    { page: 'requirements', words: 'Requirements', count: data.requirements.length },
    ...(data.grants === undefined
      ? []
      : [{ page: 'grants', words: 'Grants', count: data.grants.cells.length } as const]),
    { page: 'observed', words: 'Observed', count: count('observed') },
    { page: 'skipped', words: 'Skipped', count: count('skipped') },
    { page: 'timeline', words: 'Timeline' },
    ...(report.proof ? [{ page: 'proof', words: 'Kill matrix' } as const] : []),
  ];
  const current = place.page === 'instance' ? 'instances' : place.page;
  return (
    <nav aria-label="Pages">
      <ul>
        {links.map(({ page, words, count: number, to = {} }) => (
          <li>
            <a href={linkTo({ page, ...to })} aria-current={page === current ? 'page' : undefined}>
              {words} {number !== undefined && <span class="muted">{number.toLocaleString('en')}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
