/** A range of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What a Databricks credential looks like wherever it stands: a token (`dapi`, and the prefixes of its relatives),
 * an OAuth secret (`dose`), a JSON Web Token, and `token:…` as Basic sends it. Shorter than the real ones, because
 * a part of a secret is a secret too.
 */
const credential =
  /(?:dapi|dsapi|dkea|dose)[0-9a-f]{16,}(?:-\d+)?|eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|dG9rZW46[\w+/=-]{8,}/gi;

/** A user and password in a URL, up to the last `@`: a password may hold any character that was not encoded. */
const userInformation = /(?<=:\/\/)[^\s"']+(?=@)/g;

/** Where something stands that looks like a Databricks credential. */
export function credentialSpans(text: string): readonly Span[] {
  return spansOf(text, credential);
}

/** Where something stands that must not be shown: credentials, and users and passwords in URLs. */
export function secretSpans(text: string): readonly Span[] {
  return [...credentialSpans(text), ...spansOf(text, userInformation)];
}

/** Replaces each character of the spans, so that every other character keeps its line and column. */
export function mask(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (masked, { start, end }) =>
      masked.slice(0, start) + masked.slice(start, end).replace(/\S/g, 'x') + masked.slice(end),
    text,
  );
}

/** The text without anything that looks like a secret. */
export function maskSecrets(text: string): string {
  return mask(text, secretSpans(text));
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}
