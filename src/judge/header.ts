import type { HeaderPair } from '../wire/index.js';

/** The value of a header, whichever case its name is written in; repeats are one list (RFC 9110, section 5.3). */
export function headerValue(headers: readonly HeaderPair[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  let value: string | undefined;
  for (const [other, more] of headers) {
    if (other.length !== wanted.length || other.toLowerCase() !== wanted) continue;
    value = value === undefined ? more : `${value}, ${more}`;
  }
  return value;
}

/** The content type without its parameters, in lower case. */
export function mediaTypeOf(headers: readonly HeaderPair[]): string | undefined {
  const value = headerValue(headers, 'content-type');
  return value?.split(';', 1)[0]?.trim().toLowerCase();
}

/** `application/json`, or a type that says that it is written in JSON (RFC 6839, section 3.1). */
export function isJsonType(mediaType: string | undefined): boolean {
  return (
    mediaType !== undefined && (mediaType === 'application/json' || /^application\/[^,\s]+\+json$/.test(mediaType))
  );
}
