import { isConnectFailure } from './connect-failure.js';
import type { WireFault, WireFaultCode } from './fault.js';
import { faultCodeOf } from './fault-codes.js';
import { faultMessage } from './fault-message.js';
import type { WireLimits } from './limits.js';

/** Where an error came up. */
export interface FaultPlace {
  /** `host` or `host:port`. */
  readonly host: string;
  readonly beforeResponse: boolean;
  /** The connection has ended. undici gives one error to bytes that are too few and to bytes that are wrong. */
  readonly ended?: boolean;
  /** Those that undici was given to watch over. */
  readonly limits?: WireLimits;
}

/** What undici, Node or OpenSSL reported, as a fault of the exchange. */
export function faultOf(error: unknown, place: FaultPlace): WireFault {
  if (isConnectFailure(error)) {
    return error.proxy === undefined ? faultOf(error.cause, place) : proxyFault(error.cause, error.proxy, place);
  }
  const cause = causeOf(error);
  const code = codeOf(error, cause, place.ended === true);
  return wireFault(code, detailOf(error, code, place.limits), place.host, place.beforeResponse, cause);
}

function codeOf(error: unknown, cause: string | undefined, ended: boolean): WireFaultCode {
  if (isUnaskedContinue(error)) return 'transport';
  if (isParserError(error)) return ended ? 'reset' : 'malformed';
  return (cause === undefined ? undefined : faultCodeOf(cause)) ?? 'transport';
}

/** A fault that the harness itself decided on: one of its limits, or an abort. */
export function ownFault(code: WireFaultCode, host: string, beforeResponse: boolean, detail = ''): WireFault {
  return wireFault(code, detail, host, beforeResponse);
}

function wireFault(
  code: WireFaultCode,
  detail: string,
  host: string,
  beforeResponse: boolean,
  cause?: string,
): WireFault {
  const message = faultMessage(code, host, detail);
  return { code, message, beforeResponse, ...(cause === undefined ? {} : { cause }) };
}

/** Everything on the way to the tunnel is the proxy's and marked so; TLS inside the tunnel is the gateway's. */
function proxyFault(error: unknown, proxy: string, place: FaultPlace): WireFault {
  const own = isConnectFailure(error);
  const reported = own ? error.cause : error;
  const cause = causeOf(reported);
  const code = cause === undefined ? undefined : faultCodeOf(cause);
  if (!own && (code === 'tls' || code === 'connect-timeout')) return faultOf(reported, place);
  // undici has the status of the proxy's answer in this message only.
  const status = /^Proxy response \((\d{3})\)/.exec(textOf(reported))?.[1];
  const detail = status === undefined ? (cause ?? 'no reason given') : `HTTP ${status}`;
  return {
    code: 'proxy',
    message: `The proxy ${proxy} did not open a tunnel to ${place.host} (${detail}).`,
    beforeResponse: true,
    ...(cause === undefined ? {} : { cause }),
  };
}

function causeOf(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return isParserError(error) ? 'HPE' : undefined;
}

/** undici 7 means to give llhttp's errors codes of the form HPE_INVALID_STATUS, and leaves them without. */
function isParserError(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return name === 'HTTPParserError' || name === 'ResponseContentLengthMismatchError';
}

/**
 * undici cannot read a 100 Continue that was not asked for, though RFC 9110 section 15.2 has clients accept it:
 * the fault lies with the client, not with the gateway.
 */
function isUnaskedContinue(error: unknown): boolean {
  return causeOf(error) === 'UND_ERR_SOCKET' && textOf(error) === 'bad response';
}

/** Text of undici's own making only: a message of the operating system or of OpenSSL may hold anything. */
function detailOf(error: unknown, code: WireFaultCode, limits: WireLimits | undefined): string {
  const cause = causeOf(error) ?? '';
  const limit = limitPassed.get(cause);
  if (limit !== undefined && limits !== undefined) return `${limits[limit]} ms`;
  if (isUnaskedContinue(error)) return 'it answered with a 100 Continue that the HTTP client cannot read';
  if (isParserError(error)) return parserReason(error);
  if (code === 'transport' && cause.startsWith('UND_ERR_')) return textOf(error);
  return cause;
}

/** undici's own words for the limits that it was given; a timeout of the operating system is another. */
const limitPassed: ReadonlyMap<string, 'connectMs' | 'headMs' | 'idleMs'> = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', 'connectMs'],
  ['UND_ERR_HEADERS_TIMEOUT', 'headMs'],
  ['UND_ERR_BODY_TIMEOUT', 'idleMs'],
]);

/** llhttp's reason is a constant of the parser, such as `Invalid header token`. */
function parserReason(error: unknown): string {
  const reason = /\(([\w /'"-]+)\)$/.exec(textOf(error))?.[1];
  return reason ?? '';
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
