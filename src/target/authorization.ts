/** The value of the `Authorization` header (RFC 6750). */
export function bearer(token: string): string {
  return `Bearer ${token}`;
}

/** The value of the `Authorization` header (RFC 7617). The user of a personal access token is the literal `token`. */
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}
