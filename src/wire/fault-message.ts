import type { WireFaultCode } from './fault.js';

/** One plain sentence. `detail` is a code or a constant of the layer below, or a limit; empty when there is none. */
export function faultMessage(code: WireFaultCode, host: string, detail: string): string {
  const because = detail === '' ? '' : ` (${detail})`;
  switch (code) {
    case 'dns':
      return `The name of ${host} could not be resolved${because}.`;
    case 'refused':
      return `No connection to ${host} could be made${because}.`;
    case 'tls':
      return tlsMessage(host, detail, because);
    case 'reset':
      return `The connection to ${host} ended before the response was complete${because}.`;
    case 'connect-timeout':
      return `The connection to ${host} did not come to stand within its limit${because}.`;
    case 'head-timeout':
      return `${host} sent no complete response head within the head timeout${because}.`;
    case 'idle-timeout':
      return `${host} stopped in the middle of the response for longer than the idle timeout${because}.`;
    case 'total-timeout':
      return `The exchange with ${host} took longer than the total timeout${because}.`;
    case 'body-too-large':
      return `The response body of ${host} is larger than its limit${because}.`;
    case 'head-too-large':
      return `The response headers of ${host} are larger than their limit${because}.`;
    case 'malformed':
      return `${host} sent something that is not HTTP/1.1${because}.`;
    case 'aborted':
      return `The exchange with ${host} was aborted${because}.`;
    case 'proxy':
      return `The proxy on the way to ${host} failed${because}.`;
    case 'transport':
      return `The exchange with ${host} could not take place${because}.`;
  }
}

const unknownAuthority = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

function tlsMessage(host: string, detail: string, because: string): string {
  if (unknownAuthority.has(detail)) {
    return `The certificate of ${host} comes from an authority that is not trusted here${because}; NODE_EXTRA_CA_CERTS can name it.`;
  }
  if (detail === 'CERT_HAS_EXPIRED') return `The certificate of ${host} has expired${because}.`;
  if (detail === 'ERR_TLS_CERT_ALTNAME_INVALID') return `The certificate of ${host} is for another name${because}.`;
  return `No TLS connection to ${host} could be made${because}.`;
}
