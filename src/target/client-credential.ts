import { failed, ok, type Result } from '../problem/index.js';
import { type ClientCredential, defaultScope } from './credential.js';
import { type Asker, secretValue } from './secret-value.js';
import type { Setting } from './settings.js';

export interface ClientSettings {
  readonly id: Setting;
  readonly secret: Setting;
  /** Separated by commas or spaces. */
  readonly scope?: string | undefined;
}

export function clientCredential({ id, secret, scope }: ClientSettings, asker: Asker): Result<ClientCredential> {
  if (!/^[\x21-\x7e]+$/.test(id.value)) {
    return failed({
      code: 'target.credential-malformed',
      message: `the client id of ${asker.who} (${id.origin}) has white space or characters outside ASCII`,
      ...(asker.place === undefined ? {} : { place: asker.place }),
      fix: 'write the application id of the service principal alone',
    });
  }
  const value = secretValue('client secret', secret, asker);
  if (!value.ok) return value;
  const scopes = scope?.split(/[\s,]+/).filter((word) => word !== '') ?? [];
  return ok({
    kind: 'client',
    id: id.value,
    secret: value.value,
    scope: scopes.length > 0 ? scopes.join(' ') : defaultScope,
    origin: secret.origin,
  });
}
