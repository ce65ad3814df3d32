import { areasOf } from '../../areas.js';
import { AreaTable } from '../../html/area-table.js';
import { GoneInstances } from '../../html/gone-instances.js';
import { GrantTable } from '../../html/grant-matrix.js';
import { Problems } from '../../html/problems.js';
import { RunFacts, TargetFacts } from '../../html/run-facts.js';
import { Verdict } from '../../html/verdict-banner.js';
import { CauseTable } from '../parts/cause-table.js';
import { Downloads } from '../parts/downloads.js';
import { StatusFilter } from '../parts/status-filter.js';
import { causeGroups } from '../state/cause-groups.js';
import type { Run } from '../state/report.js';
import { useNavigation } from '../state/use-place.js';

const mostCauses = 10;

/** The answer, why, and what it rests on. */
export function Overview({ run, beside = [] }: { readonly run: Run; readonly beside: readonly string[] | undefined }) {
  const { linkTo } = useNavigation();
  const { data, rows } = run;
  const causes = causeGroups(run);
  return (
    <>
      <Verdict run={data} level={1} />
      <StatusFilter rows={rows} />
      {data.problems.length > 0 && (
        <section aria-labelledby="problems">
          <h2 id="problems">Problems</h2>
          <Problems problems={data.problems} />
        </section>
      )}
      {causes.length > 0 && (
        <section aria-labelledby="causes">
          <h2 id="causes">
            What went wrong <small>{causes.length}</small>
          </h2>
          <CauseTable groups={causes.slice(0, mostCauses)} />
          {causes.length > mostCauses && (
            <p>
              <a href={linkTo({ page: 'causes' })}>All {causes.length} causes</a>
            </p>
          )}
        </section>
      )}
      {data.gone.length > 0 && (
        <section aria-labelledby="gone">
          <h2 id="gone">
            No longer planned <small>{data.gone.length}</small>
          </h2>
          <GoneInstances gone={data.gone} />
        </section>
      )}
      {data.grants !== undefined && (
        <section aria-labelledby="grants">
          <h2 id="grants">Who may call what</h2>
          <GrantTable grants={data.grants} linkOf={(instance) => linkTo({ page: 'instance', instance })} />
          <p>
            <a href={linkTo({ page: 'grants' })}>The grants that would mend it</a>
          </p>
        </section>
      )}
      <section aria-labelledby="requirements">
        <h2 id="requirements">
          Requirements <small>{data.requirements.length}</small>
        </h2>
        <AreaTable
          areas={areasOf(run.records)}
          linkOf={(area) => linkTo({ page: 'requirements', query: String(new URLSearchParams({ area })) })}
        />
      </section>
      <section aria-labelledby="facts">
        <h2 id="facts">This run</h2>
        <RunFacts facts={data.facts} />
        <TargetFacts target={data.target} />
        <Downloads run={run} beside={beside} />
      </section>
    </>
  );
}
