/** Headers whose value is a secret whatever it is. */
const headers = new Set([
  'authorization',
  'proxy-authorization',
  'x-api-key',
  'api-key',
  'x-goog-api-key',
  'x-databricks-ai-gateway-token',
  'cookie',
  'set-cookie',
]);

/** Query parameters of the same kind: Gemini's `key`, OAuth's tokens and secrets, signatures of stored objects. */
const parameters = new Set([
  ...headers,
  'key',
  'apikey',
  'api_key',
  'token',
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'client_assertion',
  'password',
  'code',
  'sig',
  'signature',
  'x-amz-signature',
  'x-amz-credential',
  'x-amz-security-token',
]);

export function isSecretHeader(name: string): boolean {
  return headers.has(name.toLowerCase());
}

export function isSecretParameter(name: string): boolean {
  return parameters.has(decoded(name).toLowerCase());
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
