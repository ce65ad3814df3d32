import type { WireClient } from './client.js';
import { createDestinationReader } from './destination.js';
import { createDispatcher } from './dispatcher.js';
import type { Exchange, WireRequest } from './exchange.js';
import type { WireFaultCode } from './fault.js';
import { ownFault } from './fault-of.js';
import type { WireLimits } from './limits.js';
import { areUsable, type ProxySettings, proxyFromEnvironment } from './proxy-settings.js';
import { sendOver } from './send.js';

export interface WireClientOptions {
  readonly limits: WireLimits;
  /** Connections per origin. As many as there are exchanges under way when it is not given. */
  readonly connections?: number;
  /** Taken from the environment when it is not given. */
  readonly proxy?: ProxySettings;
}

/**
 * A client over undici Pools that keep connections alive. HTTP/1.1 only. undici itself adds `host`, `connection` and
 * `content-length` to what is sent. Certificates of NODE_EXTRA_CA_CERTS are trusted by Node itself.
 */
export function createWireClient(options: WireClientOptions): WireClient {
  const limits = boundedLimits(options.limits);
  const proxy = options.proxy ?? proxyFromEnvironment(process.env);
  if (!areUsable(proxy)) return clientWithoutWay();
  const dispatcher = createDispatcher({
    limits,
    proxy,
    ...(options.connections === undefined ? {} : { connections: options.connections }),
  });
  const destinations = createDestinationReader();
  const underWay = countUnderWay();
  let closing: Promise<void> | undefined;

  return {
    send(request, signal, options) {
      const destination = destinations.read(request.url);
      if (destination === undefined)
        return unsent(request, 'transport', 'its URL is not an absolute http or https URL');
      if (closing !== undefined) return unsent(request, 'aborted', 'the client has been closed', destination.host);
      underWay.begin();
      return sendOver(dispatcher, request, { ...options, destination, limits, ended: underWay.end, signal });
    },
    close() {
      closing ??= underWay.none().then(() => dispatcher.destroy());
      return closing;
    },
  };
}

/** Counted, not collected: a promise more per exchange would show in what an exchange costs. */
function countUnderWay() {
  let count = 0;
  let waiting: (() => void) | undefined;
  return {
    begin: () => {
      count += 1;
    },
    end: () => {
      count -= 1;
      if (count === 0) waiting?.();
    },
    none: () =>
      new Promise<void>((resolve) => {
        if (count === 0) resolve();
        else waiting = resolve;
      }),
  };
}

/** The proxy's URL is not shown: it may carry user information. */
function clientWithoutWay(): WireClient {
  return {
    send: (request) => unsent(request, 'proxy', 'its URL is not one of http, https or socks5'),
    close: () => Promise.resolve(),
  };
}

/** Node's timers take no more than this, and fire at once when given more. */
const longestTimer = 2 ** 31 - 1;

function boundedLimits(limits: WireLimits): WireLimits {
  const bounded = (milliseconds: number) => Math.min(Math.max(1, Math.ceil(milliseconds)), longestTimer);
  return {
    connectMs: bounded(limits.connectMs),
    headMs: bounded(limits.headMs),
    idleMs: bounded(limits.idleMs),
    totalMs: bounded(limits.totalMs),
    bodyBytes: limits.bodyBytes,
    headBytes: limits.headBytes,
  };
}

function unsent(request: WireRequest, code: WireFaultCode, detail: string, host = 'the target'): Promise<Exchange> {
  const fault = ownFault(code, host, true, detail);
  return Promise.resolve({ request, fault, times: { startedAt: Date.now(), end: 0 } });
}
