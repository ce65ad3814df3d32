import { Waiting } from '../parts/waiting.js';
import { queryFor } from '../query/toggle.js';
import type { Run } from '../state/report.js';
import { loadProof, useLoaded } from '../state/unpack.js';
import { useNavigation } from '../state/use-place.js';
import { KillMatrixView } from '../views/index.js';

/** Which faulty gateways show that the cases can fail. */
export function Proof({ run }: { readonly run: Run }) {
  const { linkTo } = useNavigation();
  const loaded = useLoaded(loadProof, 'proof');
  return (
    <>
      <h1>Kill matrix</h1>
      {loaded.state === 'here' ? (
        <KillMatrixView
          matrix={loaded.value}
          specsDigest={run.data.specsDigest}
          hrefOf={(requirement) => linkTo({ page: 'instances', query: queryFor('req', requirement) })}
        />
      ) : (
        <Waiting loaded={loaded} />
      )}
    </>
  );
}
