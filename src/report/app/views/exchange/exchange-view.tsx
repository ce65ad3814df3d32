import type { ExchangeEvent, ExchangeRecord, HeaderPair } from '../../../../journal/index.js';
import { curlOf } from '../../../curl.js';
import { shortened, visible } from '../../../visible.js';
import { waitsInWords } from '../../../waits.js';
import { duration, size } from '../../../wording.js';
import { CopyButton } from '../copy-button.js';
import { isEventStream } from '../stream/stream-picture.js';
import { StreamView } from '../stream/stream-view.js';
import { WireText } from '../wire-text.js';
import { BodyView } from './body-view.js';
import { type HeadersMaybe, headersOf, isSummarised } from './summarised.js';
import { TimingBar } from './timing-bar.js';
import { trackingOf } from './tracking.js';

const longestValue = 4_000;

/** One request and what came back, as they crossed the wire. */
export function ExchangeView({ event }: { readonly event: ExchangeEvent }) {
  const { exchange, identity, retried, waits = {}, summary } = event;
  const { request, response, fault, aborted, times } = exchange;
  const waited = waitsInWords(waits);
  const streamed = isEventStream(exchange) && !isSummarised(response?.body) && response?.body.kind === 'text';
  return (
    <div class="exchange-view">
      <div class="exchange-line">
        <p class="id">
          <strong>{request.method}</strong> <WireText text={shortened(request.url, longestValue)} />
        </p>
        <Command event={event} />
      </div>
      <dl class="exchange-facts">
        <Fact name="Answer">
          <Answer exchange={exchange} />
          {aborted === true && <span class="muted"> left by the harness after the events that it waited for</span>}
        </Fact>
        <Fact name="As">{identity}</Fact>
        {trackingOf(exchange).map(({ name, header, value }) => (
          <Fact name={name}>
            <span class="id" title={header}>
              <WireText text={shortened(value, 200)} />
            </span>{' '}
            <CopyButton text={() => value}>Copy</CopyButton>
          </Fact>
        ))}
        {waited !== undefined && <Fact name="Held back">{waited}</Fact>}
        {retried !== undefined && <Fact name="Sent again">because of {retried}</Fact>}
      </dl>
      <TimingBar times={times} />
      {fault !== undefined && (
        <p class="error">
          ⊗ {fault.code}: <WireText text={shortened(fault.message, longestValue)} />
        </p>
      )}
      <div class={`exchange-sides${streamed ? ' streamed' : ''}`}>
        <section aria-label="Request">
          <h3>Request</h3>
          <Headers side={request} label="Request headers" brief={summary === true} />
          {request.body === undefined ? <p class="muted">No body.</p> : <BodyView body={request.body} of="request" />}
        </section>
        <section aria-label="Response">
          <h3>Response</h3>
          {response === undefined && <p class="muted">Nothing came back.</p>}
          {response !== undefined && <Headers side={response} label="Response headers" brief={summary === true} />}
          {response !== undefined && !streamed && <BodyView body={response.body} of="response" />}
          {streamed && <p class="check">{size(response.body.bytes)} of an event stream: see below</p>}
        </section>
      </div>
      {streamed && (
        <section aria-label="Event stream">
          <h3>Event stream</h3>
          <StreamView exchange={exchange} />
        </section>
      )}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Answer({ exchange: { response, fault, times } }: { readonly exchange: ExchangeRecord }) {
  if (response === undefined) return <strong class="error">⊗ no response</strong>;
  const good = response.status < 400 && fault === undefined;
  return (
    <>
      <strong class={good ? 'good' : fault === undefined ? 'warned' : 'error'}>
        {response.status}
        {fault !== undefined && `, then ${fault.code}`}
      </strong>{' '}
      <span class="muted">after {duration(times.end)}</span>
    </>
  );
}

/** Not offered where it could not be sent like this: what is left out of a summary is unknown. */
function Command({ event: { exchange, summary } }: { readonly event: ExchangeEvent }) {
  if (summary === true || headersOf(exchange.request) === undefined || isSummarised(exchange.request.body)) return null;
  return <CopyButton text={() => curlOf(exchange)}>Copy as curl</CopyButton>;
}

interface HeadersProps {
  readonly side: HeadersMaybe;
  readonly label: string;
  /** Only some of them were kept. */
  readonly brief: boolean;
}

function Headers({ side, label, brief }: HeadersProps) {
  const headers = headersOf(side);
  if (headers === undefined) return <p class="muted">Headers summarised: they were not kept.</p>;
  if (headers.length === 0)
    return <p class="muted">{brief ? 'Headers summarised: none of them was kept.' : 'No headers.'}</p>;
  return (
    <details class="exchange-headers" open={headers.length <= 12}>
      <summary>
        {label} <span class="muted">{brief ? 'summarised' : headers.length}</span>
      </summary>
      <table aria-label={label}>
        <tbody>
          {headers.map((header) => (
            <HeaderRow header={header} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function HeaderRow({ header: [name, value] }: { readonly header: HeaderPair }) {
  return (
    <tr>
      <th scope="row">{visible(name)}</th>
      <td>
        <WireText text={shortened(value, longestValue)} />
      </td>
    </tr>
  );
}
