import type { BodyRecord, ExchangeEvent, ExchangeRecord, HeaderPair } from '../../journal/index.js';
import { bodyText } from '../body-text.js';
import { curlOf } from '../curl.js';
import { shortened } from '../visible.js';
import { waitsInWords } from '../waits.js';
import { duration } from '../wording.js';
import { Redacted } from './words.js';

const longestBody = 16_000;
const longestValue = 4_000;
const longestCommand = 20_000;

interface ExchangeDetailProps {
  readonly event: ExchangeEvent;
  readonly open: boolean;
}

/** One request and what came back, as they crossed the wire. */
export function ExchangeDetail({ event, open }: ExchangeDetailProps) {
  const { step, attempt, retried, waits = {}, identity, exchange } = event;
  const waited = waitsInWords(waits);
  const { request, response, fault, times } = exchange;
  return (
    <details class="exchange" open={open}>
      <summary>
        <strong>{step}</strong>
        {(attempt > 1 || retried !== undefined) && `, attempt ${attempt}`}: {request.method}{' '}
        {shortened(pathOf(request.url), 200)} as {identity} →{' '}
        <strong>{response === undefined ? 'no response' : response.status}</strong>
        {fault !== undefined && <span class="error">{` ${fault.code}`}</span>}{' '}
        <span class="muted">
          {duration(times.end)}
          {waited !== undefined && `, ${waited}`}
          {retried !== undefined && `, sent again because of ${retried}`}
        </span>
      </summary>
      <div class="sides">
        <div>
          <h4>Request</h4>
          <p class="id">
            {request.method} <Redacted text={shortened(request.url, longestValue)} />
          </p>
          <Headers headers={request.headers} label="Request headers" />
          {request.body !== undefined && <Body body={request.body} />}
        </div>
        <div>
          <h4>Response{timing(exchange)}</h4>
          {response === undefined ? <p class="muted">Nothing came back.</p> : <p class="id">{response.status}</p>}
          {response !== undefined && <Headers headers={response.headers} label="Response headers" />}
          {response !== undefined && <Body body={response.body} />}
          {fault !== undefined && (
            <p class="error">
              {fault.code}: {fault.message}
            </p>
          )}
        </div>
      </div>
      <h4>As a command</h4>
      <Command exchange={exchange} />
    </details>
  );
}

/** Whole or not at all: half a command could end inside a quotation. */
function Command({ exchange }: { readonly exchange: ExchangeRecord }) {
  const command = curlOf(exchange);
  if (command.length > longestCommand)
    return <p class="muted">It is too long to be shown: the journal has the body.</p>;
  return (
    <pre>
      <code>{command}</code>
    </pre>
  );
}

function timing({ response, times }: ExchangeRecord): string {
  return response === undefined || times.firstByte === undefined
    ? ''
    : `, first byte after ${duration(times.firstByte)}`;
}

/** The host is told once, at the top of the page and in full below. */
function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function Headers({ headers, label }: { readonly headers: readonly HeaderPair[]; readonly label: string }) {
  if (headers.length === 0) return <p class="muted">No headers.</p>;
  return (
    <table class="headers" aria-label={label}>
      <tbody>
        {headers.map(([name, value]) => (
          <tr>
            <th scope="row">{name}</th>
            <td>
              <Redacted text={shortened(value, longestValue)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Body({ body }: { readonly body: BodyRecord }) {
  const { text, caption } = bodyText(body, longestBody);
  return (
    <>
      <p class="check">{caption}</p>
      {text !== '' && (
        <pre>
          <code>
            <Redacted text={text} />
          </code>
        </pre>
      )}
    </>
  );
}
