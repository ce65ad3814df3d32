import type { WireFaultCode } from './fault.js';

/** Node's socket and resolver errors: https://nodejs.org/api/errors.html#common-system-errors */
const system = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  EAI_FAIL: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  ETIMEOUT: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  EHOSTDOWN: 'refused',
  ENETUNREACH: 'refused',
  ENETDOWN: 'refused',
  EADDRNOTAVAIL: 'refused',
  EACCES: 'refused',
  EPERM: 'refused',
  ETIMEDOUT: 'connect-timeout',
  ERR_SOCKET_CONNECTION_TIMEOUT: 'connect-timeout',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  ENETRESET: 'reset',
  ENOTCONN: 'reset',
  ERR_SOCKET_CLOSED: 'reset',
  ERR_STREAM_PREMATURE_CLOSE: 'reset',
  ERR_STREAM_WRITE_AFTER_END: 'reset',
  EMFILE: 'transport',
  ENFILE: 'transport',
  ENOBUFS: 'transport',
  ERR_SOCKET_BAD_PORT: 'transport',
  EPROTO: 'tls',
} as const satisfies Record<string, WireFaultCode>;

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const certificate = {
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  UNABLE_TO_GET_CRL: 'tls',
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: 'tls',
  UNABLE_TO_DECRYPT_CRL_SIGNATURE: 'tls',
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  CERT_SIGNATURE_FAILURE: 'tls',
  CRL_SIGNATURE_FAILURE: 'tls',
  CERT_NOT_YET_VALID: 'tls',
  CERT_HAS_EXPIRED: 'tls',
  CRL_NOT_YET_VALID: 'tls',
  CRL_HAS_EXPIRED: 'tls',
  ERROR_IN_CERT_NOT_BEFORE_FIELD: 'tls',
  ERROR_IN_CERT_NOT_AFTER_FIELD: 'tls',
  ERROR_IN_CRL_LAST_UPDATE_FIELD: 'tls',
  ERROR_IN_CRL_NEXT_UPDATE_FIELD: 'tls',
  OUT_OF_MEM: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  CERT_CHAIN_TOO_LONG: 'tls',
  CERT_REVOKED: 'tls',
  INVALID_CA: 'tls',
  INVALID_PURPOSE: 'tls',
  CERT_UNTRUSTED: 'tls',
  CERT_REJECTED: 'tls',
  PATH_LENGTH_EXCEEDED: 'tls',
  HOSTNAME_MISMATCH: 'tls',
  UNSPECIFIED: 'tls',
} as const satisfies Record<string, WireFaultCode>;

/** https://undici.nodejs.org/#/docs/api/Errors */
const undici = {
  UND_ERR: 'transport',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'head-timeout',
  UND_ERR_HEADERS_OVERFLOW: 'head-too-large',
  UND_ERR_BODY_TIMEOUT: 'idle-timeout',
  UND_ERR_INVALID_ARG: 'transport',
  UND_ERR_INVALID_RETURN_VALUE: 'transport',
  UND_ERR_ABORT: 'aborted',
  UND_ERR_ABORTED: 'aborted',
  UND_ERR_INFO: 'reset',
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH: 'transport',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'malformed',
  UND_ERR_DESTROYED: 'aborted',
  UND_ERR_CLOSED: 'aborted',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_NOT_SUPPORTED: 'transport',
  UND_ERR_BPL_MISSING_UPSTREAM: 'transport',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'body-too-large',
  UND_ERR_REQ_RETRY: 'transport',
  UND_ERR_RESPONSE: 'transport',
  UND_ERR_PRX_TLS: 'proxy',
  UND_ERR_MAX_ORIGINS_REACHED: 'transport',
  UND_ERR_SOCKS5: 'proxy',
  UND_ERR_WS_MESSAGE_SIZE_EXCEEDED: 'transport',
} as const satisfies Record<string, WireFaultCode>;

const codes: ReadonlyMap<string, WireFaultCode> = new Map(Object.entries({ ...system, ...certificate, ...undici }));

/** Families that grow with each release of OpenSSL and llhttp. */
const families: readonly (readonly [prefix: string, code: WireFaultCode])[] = [
  ['ERR_TLS_', 'tls'],
  ['ERR_SSL_', 'tls'],
  ['ERR_OSSL_', 'tls'],
  ['HPE', 'malformed'],
  ['UND_ERR_SOCKS5', 'proxy'],
];

/** The fault that a code of Node, OpenSSL, llhttp or undici stands for; undefined when it is not known. */
export function faultCodeOf(code: string): WireFaultCode | undefined {
  return codes.get(code) ?? families.find(([prefix]) => code.startsWith(prefix))?.[1];
}
