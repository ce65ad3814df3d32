import { tellingExchange } from '../../command.js';
import type { InstanceDetails } from '../../data/details.js';
import { ExchangesView } from '../views/index.js';
import { ExchangeSummaries } from './exchange-summaries.js';

/** What was sent and what came back: step by step, several attempts at one step as tabs. */
export function Exchanges({ details }: { readonly details: InstanceDetails }) {
  const { exchanges, summaries = [] } = details;
  const count = exchanges.length + summaries.length;
  if (count === 0) return null;
  const telling = tellingExchange(details);
  return (
    <section aria-labelledby="exchanges">
      <h2 id="exchanges">
        Exchanges <small>{count}</small>
      </h2>
      {summaries.length > 0 && <ExchangeSummaries summaries={summaries} />}
      {exchanges.length > 0 && <ExchangesView events={exchanges} {...(telling === undefined ? {} : { telling })} />}
    </section>
  );
}
