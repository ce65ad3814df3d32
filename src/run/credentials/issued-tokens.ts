import { isJsonObject } from '../../json/index.js';
import { type Exchange, isRedactable } from '../../wire/index.js';

/** Members of a token endpoint's answer that are secrets (RFC 6749 section 5.1, OpenID Connect Core section 3.1.3.3). */
const members = ['access_token', 'refresh_token', 'id_token'] as const;

/** The tokens that an answer issues: as secret as those that are written in a target, whoever asked for them. */
export function issuedTokens({ response }: Exchange): readonly string[] {
  if (response === undefined || !members.some((member) => Buffer.from(response.body).includes(member))) return [];
  const body = parsed(response.body);
  if (!isJsonObject(body)) return [];
  return members.flatMap((member) => {
    const token = body[member];
    return typeof token === 'string' && isRedactable(token) ? [token] : [];
  });
}

export function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
