import { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { connectFailure } from './connect-failure.js';

/** The connection that a client holds at present, with what undici does not tell about it. Times by `performance.now()`. */
export interface Connection {
  startedAt: number;
  standingAt: number;
  /** An exchange has used it already: for the next one it is kept alive. */
  used: boolean;
  socket: Socket | undefined;
  /** What the socket reported. undici swallows a reset that ends a body without announced length. */
  error: Error | undefined;
}

export function noConnection(): Connection {
  return { startedAt: 0, standingAt: 0, used: false, socket: undefined, error: undefined };
}

export interface ConnectSettings {
  readonly connectMs: number;
  /** The host of the proxy, when `connect` leads through one. */
  readonly proxy?: string;
}

/**
 * Wraps a connector: notes times into `connection` and bounds the whole way, name resolution, proxy and TLS included.
 * undici's own connect timeout is rounded up to its timer of half a second and does not cover a proxy.
 */
export function trackConnect(
  connect: buildConnector.connector,
  connection: Connection,
  settings: ConnectSettings,
): buildConnector.connector {
  return (options, callback) => {
    const abandoned = new AbortController();
    let pending = true;
    Object.assign(connection, noConnection(), { startedAt: performance.now() });

    const fail = (error: unknown) => {
      pending = false;
      clearTimeout(timer);
      callback(connectFailure(error, settings.proxy), null);
    };
    const timer = setTimeout(() => {
      abandoned.abort();
      if (opened instanceof Socket) opened.destroy();
      fail(Object.assign(new Error('connect timeout'), { code: 'UND_ERR_CONNECT_TIMEOUT' }));
    }, settings.connectMs);

    // The signal ends a proxy's CONNECT; a direct connector returns its socket, though its type does not say so.
    const opened: unknown = connect({ ...options, ...{ signal: abandoned.signal } }, (error, socket) => {
      if (!pending) {
        socket?.on('error', () => {}).destroy();
      } else if (error !== null) {
        fail(error);
      } else {
        pending = false;
        clearTimeout(timer);
        socket.on('error', (reported: Error) => {
          connection.error = reported;
        });
        Object.assign(connection, { standingAt: performance.now(), socket });
        callback(null, socket);
      }
    });
  };
}
