import { ok, type Result } from '../problem/index.js';
import type { PersonalAccessToken } from './credential.js';
import { type Asker, secretValue } from './secret-value.js';
import type { Setting } from './settings.js';

export function personalAccessToken(setting: Setting, asker: Asker): Result<PersonalAccessToken> {
  const token = secretValue('token', setting, asker);
  return token.ok ? ok({ kind: 'pat', secret: token.value, origin: setting.origin }) : token;
}
