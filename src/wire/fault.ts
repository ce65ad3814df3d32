/**
 * Why an exchange did not end as HTTP promises.
 * `beforeResponse`: no byte of a response had arrived, so that sending again is honest.
 */
export interface WireFault {
  readonly code: WireFaultCode;
  readonly message: string;
  readonly beforeResponse: boolean;
}

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
