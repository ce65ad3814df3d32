import type { Dispatcher } from 'undici';
import { type Forget, onAbort } from './abort.js';
import { collectBody } from './body.js';
import type { Connection } from './connection.js';
import type { Destination } from './destination.js';
import type { WireDispatcher } from './dispatcher.js';
import type { Exchange, ExchangeTimes, HeaderPair, WireRequest } from './exchange.js';
import type { WireFault, WireFaultCode } from './fault.js';
import { faultOf, ownFault } from './fault-of.js';
import type { WireLimits } from './limits.js';

/**
 * Sends one request over the dispatcher and settles with what became of it, at the latest after `limits.totalMs`.
 * `ended` is called once, when it has settled.
 */
export function sendOver(
  dispatcher: WireDispatcher,
  request: WireRequest,
  destination: Destination,
  limits: WireLimits,
  ended: () => void,
  signal?: AbortSignal,
): Promise<Exchange> {
  return new Promise((resolve) => {
    const times: Mutable<ExchangeTimes> = { startedAt: Date.now(), end: 0 };
    const zero = performance.now();
    const body = collectBody(limits.bodyBytes);
    let settled = false;
    let forget: Forget | undefined;
    let controller: Dispatcher.DispatchController | undefined;
    let connection: Connection | undefined;
    let bytesBefore = 0;
    let status = 0;
    let headers: readonly HeaderPair[] = [];

    const sinceStart = (moment = performance.now()) => Math.max(0, Math.round((moment - zero) * 1000) / 1000);
    const nothingArrived = () =>
      controller === undefined ||
      (times.firstByte === undefined && (connection?.socket?.bytesRead ?? 0) === bytesBefore);

    const settle = (fault?: WireFault) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      forget?.();
      times.end = sinceStart();
      const exchange: Mutable<Exchange> = { request, times };
      if (status !== 0) exchange.response = { status, headers, body: body.bytes() };
      if (fault !== undefined) exchange.fault = fault;
      ended();
      resolve(exchange);
    };
    /** Settles first: undici reports the abort as an error of its own. */
    const stop = (code: WireFaultCode, detail: string) => {
      settle(ownFault(code, destination.host, nothingArrived(), detail));
      controller?.abort(dropped);
    };
    const abort = () => stop('aborted', '');
    const timer = setTimeout(() => stop('total-timeout', `${limits.totalMs} ms`), limits.totalMs);

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(given) {
        // It was given up while it waited. An error here drops it and leaves the connection to the others.
        if (settled) throw dropped;
        controller = given;
        bytesBefore = connection?.socket?.bytesRead ?? 0;
        const fresh = connection !== undefined && !connection.used;
        times.dequeued = sinceStart(fresh ? connection?.startedAt : undefined);
        times.connected = fresh ? sinceStart(connection?.standingAt) : times.dequeued;
        if (connection !== undefined) connection.used = true;
      },
      onResponseStarted() {
        times.firstByte = sinceStart();
      },
      onResponseStart(from, given) {
        // An interim response (RFC 9110 section 15.2) is not the answer.
        if (given < 200) return;
        status = given;
        headers = headerPairs(from.rawHeaders);
      },
      onResponseData(_controller, piece) {
        if (!settled && !body.add(piece)) stop('body-too-large', `${limits.bodyBytes} bytes`);
      },
      onResponseEnd() {
        // A body that ends with the connection is complete only if the connection ended well: RFC 9112 section 8.
        const error = connection?.error;
        settle(error === undefined ? undefined : faultOf(error, { host: destination.host, beforeResponse: false }));
      },
      onResponseError(_controller, error) {
        settle(
          faultOf(error, {
            host: destination.host,
            beforeResponse: nothingArrived(),
            ended: hasEnded(connection, error),
          }),
        );
      },
    };

    if (signal?.aborted === true) {
      abort();
      return;
    }
    if (signal !== undefined) forget = onAbort(signal, abort);
    const flat = flatHeaders(request.headers);
    dispatcher.dispatch(
      {
        origin: destination.origin,
        path: destination.path,
        method: request.method,
        body: request.body ?? null,
        headers: flat,
        wire: {
          headers: flat,
          assign: (assigned) => {
            connection = assigned;
          },
        },
      },
      handler,
    );
  });
}

/** Whether the other side ended the connection; undici destroys the socket with `error` when it is the one to end it. */
function hasEnded(connection: Connection | undefined, error: Error): boolean {
  if (connection === undefined) return false;
  return connection.socket?.readableEnded === true || (connection.error !== undefined && connection.error !== error);
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

const dropped = new Error('The exchange has been settled.');

function flatHeaders(pairs: readonly HeaderPair[]): string[] {
  const flat: string[] = [];
  for (const [name, value] of pairs) flat.push(name, value);
  return flat;
}

/** Header bytes are latin1 (RFC 9110 section 5.5): each byte becomes one character, so that none is lost. */
function headerPairs(raw: Dispatcher.DispatchController['rawHeaders']): readonly HeaderPair[] {
  if (!Array.isArray(raw)) return [];
  const pairs: HeaderPair[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    pairs.push([latin1(raw[index]), latin1(raw[index + 1])]);
  }
  return pairs;
}

function latin1(text: Buffer | string | undefined): string {
  return typeof text === 'string' ? text : (text?.toString('latin1') ?? '');
}
