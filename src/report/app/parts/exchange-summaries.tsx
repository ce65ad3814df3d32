import type { ExchangeEvent } from '../../../journal/index.js';
import { Scroll } from '../../html/scroll.js';
import { waitsInWords } from '../../waits.js';
import { duration } from '../../wording.js';
import { trackingOf } from '../views/exchange/tracking.js';

/** Exchanges without headers and bodies, where all went as it should. */
export function ExchangeSummaries({ summaries }: { readonly summaries: readonly ExchangeEvent[] }) {
  return (
    <>
      <p class="muted">
        In short, without headers and bodies. A run, and <code>report render</code>, keeps them with{' '}
        <code>--exchanges all</code>.
      </p>
      <Scroll label="Exchanges in short">
        <table>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Request</th>
              <th scope="col">As</th>
              <th scope="col">Answer</th>
              <th scope="col" class="number">
                Took
              </th>
            </tr>
          </thead>
          <tbody>
            {summaries.map((summary) => (
              <Summary event={summary} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function Summary({ event }: { readonly event: ExchangeEvent }) {
  const { step, attempt, retried, waits, identity, exchange } = event;
  const { request, response, fault, times } = exchange;
  const waited = waitsInWords(waits ?? {});
  return (
    <tr>
      <th scope="row">
        {step}
        {(attempt > 1 || retried !== undefined) && `, attempt ${attempt}`}
      </th>
      <td class="id">
        {request.method} {request.url}
        <div class="check">
          {trackingOf(exchange)
            .map(({ header, value }) => `${header}: ${value}`)
            .join(', ')}
        </div>
      </td>
      <td>{identity}</td>
      <td>
        {response?.status} {fault !== undefined && <span class="error">{fault.code}</span>}
        {retried !== undefined && <div class="muted">sent again: {retried}</div>}
      </td>
      <td class="number">
        {duration(times.end)}
        {waited !== undefined && <div class="muted">{waited}</div>}
      </td>
    </tr>
  );
}
