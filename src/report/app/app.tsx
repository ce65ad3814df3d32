import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Causes } from './pages/causes.js';
import { Compare } from './pages/compare.js';
import { Grants } from './pages/grants.js';
import { Instance } from './pages/instance.js';
import { Instances } from './pages/instances.js';
import { Observed } from './pages/observed.js';
import { Overview } from './pages/overview.js';
import { Proof } from './pages/proof.js';
import { Requirements } from './pages/requirements.js';
import { Runs } from './pages/runs.js';
import { Skipped } from './pages/skipped.js';
import { Timeline } from './pages/timeline.js';
import { Help } from './parts/help.js';
import { overviewOf, TopBar } from './parts/top-bar.js';
import { useKeys } from './parts/use-keys.js';
import type { Place } from './state/place.js';
import type { Report, Run } from './state/report.js';
import { NavigationContext, usePlace } from './state/use-place.js';

export function App({ report }: { readonly report: Report }) {
  const navigation = usePlace();
  const { place, go } = navigation;
  const input = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const [helps, setHelps] = useState(false);
  const keys = useMemo(
    () => ({
      '/': () => input.current?.focus(),
      '?': () => setHelps(true),
      f: () => go({ page: 'instances', query: 's:failed,error' }),
      o: () => go({ page: overviewOf(report) }),
    }),
    [go, report],
  );
  useKeys(keys);
  const run = report.runs[place.run] ?? report.runs[0];
  // Who chooses two runs to compare stays at the choice.
  const view = place.page === 'compare' ? place.page : `${place.page} ${place.run} ${place.instance}`;
  useArrival(main, view);
  useEffect(() => {
    document.body.dataset['page'] = place.page;
  }, [place.page]);
  if (run === undefined) return <p>This report holds no run.</p>;
  return (
    <NavigationContext.Provider value={navigation}>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <TopBar report={report} run={run} input={input} help={() => setHelps(true)} />
      <main id="main" ref={main} tabIndex={-1} key={view}>
        <Page report={report} run={run} place={place} />
      </main>
      <footer>
        Rendered from <code>journal.ndjson</code> by {run.data.tool.name} {run.data.tool.version}. Press <kbd>?</kbd>{' '}
        for the keys.
      </footer>
      <Help open={helps} close={() => setHelps(false)} />
    </NavigationContext.Provider>
  );
}

interface PageProps {
  readonly report: Report;
  readonly run: Run;
  readonly place: Place;
}

function Page({ report, run, place }: PageProps) {
  switch (place.page) {
    case 'overview':
      return report.runs.length > 1 ? <Runs report={report} /> : <Overview run={run} beside={report.beside} />;
    case 'run':
      return <Overview run={run} beside={report.beside} />;
    case 'compare':
      return <Compare report={report} />;
    case 'instances':
      return <Instances run={run} />;
    case 'instance':
      return <Instance run={run} id={place.instance ?? ''} />;
    case 'causes':
      return <Causes run={run} />;
    case 'requirements':
      return <Requirements run={run} />;
    case 'grants':
      return <Grants run={run} />;
    case 'observed':
      return <Observed run={run} />;
    case 'skipped':
      return <Skipped run={run} />;
    case 'timeline':
      return <Timeline run={run} />;
    case 'proof':
      return <Proof run={run} />;
  }
}

/** Another page begins at its top, and a screen reader is told of it: focus goes there, unless somebody is searching. */
function useArrival(main: { readonly current: HTMLElement | null }, view: string): void {
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (document.activeElement instanceof HTMLInputElement) return;
    main.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [main, view]);
}
