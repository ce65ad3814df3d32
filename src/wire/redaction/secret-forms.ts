import { unescapeOnce } from './unescape.js';

/** A form of a secret, as latin1 text over its bytes, and whether the characters beside it hold a part of the secret. */
export interface SecretForm {
  readonly text: string;
  readonly before: boolean;
  readonly after: boolean;
}

/** A shorter value would be found by chance in the text around it, and is no secret. In UTF-8 bytes. */
export const minimumSecretLength = 8;

/** Deepest nesting of escapes that is looked through: JSON in JSON in a URL, and one more. */
export const deepestEscape = 4;

/**
 * The forms in which a secret may be echoed: itself, base64 and base64url at each of the three alignments that
 * something before it, such as `user:`, can give it, and hex in both cases. Escaped forms are not listed: see unescape.ts.
 */
export function secretForms(secret: string): readonly SecretForm[] {
  const bytes = Buffer.from(secret);
  const alignments = [0, 1, 2] as const;
  return [
    ...literals(bytes.toString('latin1')).map((text) => ({ text, before: false, after: false })),
    ...alignments.flatMap((offset) => [
      base64Middle(bytes, offset, 'base64'),
      base64Middle(bytes, offset, 'base64url'),
    ]),
    ...[bytes.toString('hex'), bytes.toString('hex').toUpperCase()].map((text) => ({
      text,
      before: false,
      after: false,
    })),
  ];
}

/** A secret that looks like an escape itself, such as `a%41b`, is changed by looking through the escapes around it. */
function literals(secret: string): readonly string[] {
  const found = [secret];
  for (let depth = 0; depth < deepestEscape; depth += 1) {
    const view = unescapeOnce(found.at(-1) ?? '');
    if (view === undefined || view.text.length < minimumSecretLength) break;
    found.push(view.text);
  }
  return found;
}

/** The characters that do not depend on what stands before or after the secret; those beside them do in part. */
function base64Middle(secret: Buffer, offset: 0 | 1 | 2, encoding: 'base64' | 'base64url'): SecretForm {
  const encoded = Buffer.concat([Buffer.alloc(offset), secret]).toString(encoding);
  const bits = 8 * (offset + secret.length);
  return {
    text: encoded.slice(Math.ceil((8 * offset) / 6), Math.floor(bits / 6)),
    before: offset !== 0,
    after: bits % 6 !== 0,
  };
}
