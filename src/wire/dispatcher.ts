import { type Agent, buildConnector, Client, type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';
import { connectFailure } from './connect-failure.js';
import { type Connection, noConnection, trackConnect } from './connection.js';
import type { WireLimits } from './limits.js';
import { hasProxy, noProxyList, type ProxySettings } from './proxy-settings.js';

/** Dispatch options with what the exchange wants from whichever connection will serve it. */
export interface WireDispatchOptions extends Agent.DispatchOptions {
  readonly wire: {
    /** Names and values in turn: `headers` once more, because undici's ProxyAgent folds repeated ones there. */
    readonly headers: string[];
    /** Told which connection the exchange waits for, before it is written to it. */
    assign(connection: Connection): void;
  };
}

export interface WireDispatcher {
  dispatch(options: WireDispatchOptions, handler: Dispatcher.DispatchHandler): void;
  destroy(): Promise<void>;
}

export interface DispatcherSettings {
  readonly limits: WireLimits;
  readonly connections?: number;
  readonly proxy: ProxySettings;
}

/** One undici Pool per origin, directly or behind undici's EnvHttpProxyAgent. */
export function createDispatcher(settings: DispatcherSettings): WireDispatcher {
  return hasProxy(settings.proxy) ? throughProxy(settings) : directly(settings);
}

function directly(settings: DispatcherSettings): WireDispatcher {
  const pools = new Map<string, Dispatcher>();
  const connect = directConnector();

  return {
    dispatch(options, handler) {
      const origin = String(options.origin);
      let pool = pools.get(origin);
      if (pool === undefined) {
        pool = trackedPool(origin, { ...poolOptions(settings), connect }, settings.limits.connectMs);
        pools.set(origin, pool);
      }
      pool.dispatch(options, handler);
    },
    async destroy() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}

function throughProxy(settings: DispatcherSettings): WireDispatcher {
  const { http, https } = settings.proxy;
  const direct = directConnector();
  // A connection of the agent without proxy carries the connector that it was given; a tunnel has its own.
  const proxyOf = (origin: string | URL, connect: unknown) =>
    connect === direct ? undefined : proxyHost(new URL(origin).protocol === 'https:' ? (https ?? http) : http);
  const agent = new EnvHttpProxyAgent({
    ...poolOptions(settings),
    // undici reads the environment where an option is missing; only the settings count here.
    httpProxy: http ?? '',
    httpsProxy: https ?? '',
    noProxy: noProxyList(settings.proxy),
    // These have limits of their own otherwise: `connectMs` bounds the whole way.
    requestTls: { timeout: 0 },
    proxyTls: { timeout: 0 },
    connect: direct,
    factory: (origin: string | URL, options: object) => {
      const connect = (options as Pool.Options).connect;
      return trackedPool(origin, options, settings.limits.connectMs, proxyOf(origin, connect));
    },
    clientFactory: (proxy, options) => new Pool(proxy, proxyOptions(proxy, options)),
  });

  return {
    dispatch(options, handler) {
      agent.dispatch(options, handler);
    },
    async destroy() {
      await agent.destroy();
    },
  };
}

function poolOptions(settings: DispatcherSettings) {
  return {
    connections: settings.connections ?? null,
    maxHeaderSize: settings.limits.headBytes,
    headersTimeout: settings.limits.headMs,
    bodyTimeout: settings.limits.idleMs,
  };
}

function directConnector(): buildConnector.connector {
  // 0 leaves the limit to `trackConnect`.
  return buildConnector({ timeout: 0 } as buildConnector.BuildOptions);
}

function trackedPool(origin: string | URL, options: Pool.Options, connectMs: number, proxy?: string): Pool {
  const settings = { connectMs, ...(proxy === undefined ? {} : { proxy }) };
  return new Pool(origin, {
    ...options,
    factory: (url, clientOptions) => {
      const connection = noConnection();
      const connect = trackConnect(
        (clientOptions as Client.Options).connect as buildConnector.connector,
        connection,
        settings,
      );
      return tellConnection(new Client(url, { ...clientOptions, connect }), connection);
    },
  });
}

/** In place rather than by `compose`: its Proxy would be paid for at every look of the Pool for a free client. */
function tellConnection(client: Client, connection: Connection): Client {
  const dispatch = client.dispatch.bind(client);
  client.dispatch = (options, handler) => {
    const { wire } = options as WireDispatchOptions;
    wire.assign(connection);
    return dispatch(options.headers === wire.headers ? options : { ...options, headers: wire.headers }, handler);
  };
  return client;
}

/** Errors on the way to the proxy are marked: inside the tunnel, the same certificate error is the gateway's. */
function proxyOptions(proxy: URL, options: object): Pool.Options {
  const connect = (options as Pool.Options).connect as buildConnector.connector;
  return {
    ...options,
    connect: (connectOptions, callback) =>
      connect(connectOptions, (error, socket) => {
        if (error === null) callback(null, socket);
        else callback(connectFailure(error, proxy.host), null);
      }),
  };
}

function proxyHost(proxy: string | undefined): string | undefined {
  return proxy !== undefined && URL.canParse(proxy) ? new URL(proxy).host : undefined;
}
