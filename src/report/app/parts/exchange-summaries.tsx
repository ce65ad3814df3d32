import type { ExchangeSummary } from '../../data/details.js';
import { Scroll } from '../../html/scroll.js';
import { waitsInWords } from '../../waits.js';
import { duration } from '../../wording.js';

/** Exchanges without headers and bodies, where all went as it should. */
export function ExchangeSummaries({ summaries }: { readonly summaries: readonly ExchangeSummary[] }) {
  return (
    <>
      <p class="muted">
        In short: the journal has headers and bodies, and so has a report that is rendered with{' '}
        <code>--report-exchanges all</code>.
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
              <Summary summary={summary} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function Summary({ summary }: { readonly summary: ExchangeSummary }) {
  const { step, attempt, retried, waits, identity, method, url, status, fault, end, requestIds } = summary;
  const waited = waitsInWords(waits ?? {});
  return (
    <tr>
      <th scope="row">
        {step}
        {(attempt > 1 || retried !== undefined) && `, attempt ${attempt}`}
      </th>
      <td class="id">
        {method} {url}
        <div class="check">{requestIds.join(', ')}</div>
      </td>
      <td>{identity}</td>
      <td>
        {status} {fault !== undefined && <span class="error">{fault}</span>}
        {retried !== undefined && <div class="muted">sent again: {retried}</div>}
      </td>
      <td class="number">
        {duration(end)}
        {waited !== undefined && <div class="muted">{waited}</div>}
      </td>
    </tr>
  );
}
