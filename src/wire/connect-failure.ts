/** A connection that did not come to stand. `proxy` is the host of the proxy, when the way led through one. */
export interface ConnectFailure extends Error {
  readonly code: typeof connectFailed;
  readonly cause: unknown;
  readonly proxy?: string;
}

const connectFailed = 'WIRE_CONNECT_FAILED';

/**
 * Hides the code of the error from undici: a connect error of code UND_ERR_SOCKET or UND_ERR_INFO makes its Client
 * connect again without end, while the requests that wait for it are never failed.
 */
export function connectFailure(cause: unknown, proxy?: string): ConnectFailure {
  const error = new Error('connect failed', { cause }) as Error & { cause: unknown };
  return Object.assign(error, { code: connectFailed } as const, proxy === undefined ? {} : { proxy });
}

export function isConnectFailure(error: unknown): error is ConnectFailure {
  return error instanceof Error && 'code' in error && error.code === connectFailed;
}
