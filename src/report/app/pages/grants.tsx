import { GrantDifferences, GrantTable } from '../../html/grant-matrix.js';
import type { Run } from '../state/report.js';
import { useNavigation } from '../state/use-place.js';

/** Who may call what, and what would mend it where it is not as expected. */
export function Grants({ run }: { readonly run: Run }) {
  const { linkTo } = useNavigation();
  const { grants } = run.data;
  const differing = grants?.cells.some(({ state }) => state === 'differs') ?? false;
  return (
    <>
      <h1>Who may call what</h1>
      {grants === undefined ? (
        <p class="empty">No instance of this run is about what the target expects of its identities.</p>
      ) : (
        <>
          <GrantTable grants={grants} linkOf={(instance) => linkTo({ page: 'instance', instance })} />
          {differing && (
            <>
              <h2>What would mend it</h2>
              <GrantDifferences grants={grants} />
            </>
          )}
        </>
      )}
    </>
  );
}
