import { tellingExchange } from '../../command.js';
import type { InstanceDetails } from '../../data/details.js';
import { ExchangesView } from '../views/index.js';
import { ExchangeSummaries } from './exchange-summaries.js';

/** What was sent and what came back: step by step, several attempts at one step as tabs. */
export function Exchanges({ details }: { readonly details: InstanceDetails }) {
  const { exchanges } = details;
  if (exchanges.length === 0) return null;
  const summaries = exchanges.filter(({ summary }) => summary === true);
  const full = exchanges.filter(({ summary }) => summary !== true);
  const telling = tellingExchange(details);
  return (
    <section aria-labelledby="exchanges">
      <h2 id="exchanges">
        Exchanges <small>{exchanges.length}</small>
      </h2>
      {summaries.length > 0 && <ExchangeSummaries summaries={summaries} />}
      {full.length > 0 && <ExchangesView events={full} {...(telling === undefined ? {} : { telling })} />}
    </section>
  );
}
