/**
 * Why an exchange did not end as HTTP promises.
 * `beforeResponse`: no byte of a response had arrived, so that sending again is honest.
 */
export interface WireFault {
  readonly code: WireFaultCode;
  /** One sentence with the host; never a secret, never a byte of a body. */
  readonly message: string;
  readonly beforeResponse: boolean;
  /** What the layer below called it: `ECONNRESET`, `EAI_AGAIN`, `CERT_HAS_EXPIRED`, `HPE_INVALID_HEADER_TOKEN` … */
  readonly cause?: string;
}

/**
 * `refused`: no connection could be made. `reset`: the connection ended before the response did.
 * `malformed`: what arrived is not HTTP. `proxy`: the proxy, not the gateway, is in the way.
 * `transport`: anything else, such as a request that cannot be sent as it stands.
 */
export type WireFaultCode =
  | 'dns'
  | 'refused'
  | 'tls'
  | 'reset'
  | 'connect-timeout'
  | 'head-timeout'
  | 'idle-timeout'
  | 'total-timeout'
  | 'body-too-large'
  | 'head-too-large'
  | 'malformed'
  | 'aborted'
  | 'proxy'
  | 'transport';
