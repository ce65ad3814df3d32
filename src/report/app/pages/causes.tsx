import { CauseTable } from '../parts/cause-table.js';
import { causeGroups } from '../state/cause-groups.js';
import type { Run } from '../state/report.js';

/** All that went wrong, by what it has in common. */
export function Causes({ run }: { readonly run: Run }) {
  const groups = causeGroups(run);
  return (
    <>
      <h1>What went wrong</h1>
      <p>Instances with the same message are one row; ids, times and sizes in it do not count.</p>
      {groups.length === 0 ? <p class="empty">Nothing went wrong.</p> : <CauseTable groups={groups} />}
    </>
  );
}
