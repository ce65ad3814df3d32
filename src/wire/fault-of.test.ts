import { errors } from 'undici';
import { expect, it } from 'vitest';
import { connectFailure } from './connect-failure.js';
import type { WireFaultCode } from './fault.js';
import { faultCodeOf } from './fault-codes.js';
import { faultMessage } from './fault-message.js';
import { faultOf } from './fault-of.js';

const place = { host: 'gateway.test:443', beforeResponse: true };
const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });

it('knows every code that undici 7 gives', () => {
  const made = Object.values(errors).flatMap((make) => {
    try {
      return [new (make as new (message: string) => Error & { code?: unknown })('x')];
    } catch {
      return []; // One that must be given a response, which the client never makes.
    }
  });
  const codes = made.map(({ code }) => code).filter((code) => typeof code === 'string');
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => faultCodeOf(code) === undefined)).toEqual([]);
});

it.each([
  ['ECONNREFUSED', 'refused'],
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['ETIMEDOUT', 'connect-timeout'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['HPE_INVALID_STATUS', 'malformed'],
  ['UND_ERR_SOCKS5_AUTH', 'proxy'],
  ['E_NEVER_HEARD_OF', 'transport'],
] as const)('maps %s to %s and keeps it as the cause', (cause, code) => {
  expect(faultOf(withCode(cause), place)).toMatchObject({ code, cause, beforeResponse: true });
});

it('shows nothing of a message that is not of its own making', () => {
  expect(faultOf(withCode('ECONNREFUSED', 'connect to secret-token'), place).message).not.toContain('secret-token');
  expect(faultOf(new Error('secret-token'), place).message).not.toContain('secret-token');
  expect(faultOf('secret-token', place).message).not.toContain('secret-token');
});

it('blames the proxy for the way to it, and the gateway for TLS inside the tunnel', () => {
  const proxy = 'proxy.test:3128';
  const refused = faultOf(connectFailure(connectFailure(withCode('ECONNREFUSED'), proxy), proxy), place);
  expect(refused).toMatchObject({ code: 'proxy', cause: 'ECONNREFUSED' });
  const proxyCertificate = faultOf(connectFailure(connectFailure(withCode('CERT_HAS_EXPIRED'), proxy), proxy), place);
  expect(proxyCertificate.code).toBe('proxy');
  expect(faultOf(connectFailure(withCode('CERT_HAS_EXPIRED'), proxy), place).code).toBe('tls');
});

const codes: Record<WireFaultCode, true> = {
  dns: true,
  refused: true,
  tls: true,
  reset: true,
  'connect-timeout': true,
  'head-timeout': true,
  'idle-timeout': true,
  'total-timeout': true,
  'body-too-large': true,
  'head-too-large': true,
  malformed: true,
  aborted: true,
  proxy: true,
  transport: true,
};

it('says each fault in one sentence with the host', async () => {
  const plain = Object.keys(codes).map((code) => `${code}: ${faultMessage(code as WireFaultCode, place.host, '')}`);
  const certificates = [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_SSL_WRONG_VERSION_NUMBER',
  ].map((cause) => `tls: ${faultMessage('tls', place.host, cause)}`);
  await expect(`${[...plain, ...certificates].join('\n')}\n`).toMatchFileSnapshot('golden/fault-messages.txt');
});
