import type { Dispatcher } from 'undici';
import { type Forget, onAbort } from './abort.js';
import { collectBody } from './body.js';
import type { SendOptions } from './client.js';
import type { Connection } from './connection.js';
import type { Destination } from './destination.js';
import type { WireDispatcher } from './dispatcher.js';
import { type EventStreamWatch, isEventStream, watchEventStream } from './event-stream.js';
import type { Exchange, ExchangeTimes, HeaderPair, WireRequest } from './exchange.js';
import type { WireFault, WireFaultCode } from './fault.js';
import { faultOf, ownFault } from './fault-of.js';
import type { WireLimits } from './limits.js';
import { flatHeaders, headerPairs } from './raw-headers.js';

/** Where a request goes, and what ends the exchange. */
export interface Sending extends SendOptions {
  readonly destination: Destination;
  readonly limits: WireLimits;
  /** Called once, when the exchange has settled. */
  readonly ended: () => void;
  readonly signal: AbortSignal | undefined;
}

/** Sends one request over the dispatcher and settles with what became of it, at the latest after `limits.totalMs`. */
export function sendOver(dispatcher: WireDispatcher, request: WireRequest, sending: Sending): Promise<Exchange> {
  const { destination, limits, ended, signal } = sending;
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
    let stream: EventStreamWatch | undefined;
    let leftAt: number | undefined;

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
      if (stream !== undefined) times.pieces = stream.pieces();
      const exchange: Mutable<Exchange> = { request, times };
      if (status !== 0) exchange.response = { status, headers, body: body.bytes().subarray(0, leftAt) };
      if (leftAt !== undefined) exchange.aborted = true;
      if (fault !== undefined) exchange.fault = fault;
      ended();
      resolve(exchange);
    };
    /** Settles first: undici reports the abort as an error of its own. */
    const stop = (code: WireFaultCode, detail: string) => {
      settle(ownFault(code, destination.host, nothingArrived(), detail));
      controller?.abort(dropped);
    };
    const leave = (offset: number) => {
      leftAt = offset;
      settle();
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
        if (isEventStream(headers)) stream = watchEventStream(sending);
      },
      onResponseData(_controller, piece) {
        if (settled) return;
        const fits = body.add(piece);
        const enough = stream?.arrived(piece, body.length(), sinceStart());
        if (enough !== undefined) leave(enough);
        else if (!fits) stop('body-too-large', `${limits.bodyBytes} bytes`);
      },
      onResponseEnd() {
        // A body that ends with the connection is complete only if the connection ended well: RFC 9112 section 8.
        const error = connection?.error;
        settle(
          error === undefined ? undefined : faultOf(error, { host: destination.host, limits, beforeResponse: false }),
        );
      },
      onResponseError(_controller, error) {
        settle(
          faultOf(error, {
            host: destination.host,
            limits,
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
