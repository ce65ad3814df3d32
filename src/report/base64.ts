// Of the language of browsers as well as of Node: the HTML report decodes bodies where it is read.

/** The first `most` bytes that a base64 text stands for. */
export function bytesOfBase64(base64: string, most: number): Uint8Array {
  const binary = atob(base64.slice(0, Math.ceil(most / 3) * 4));
  return Uint8Array.from(binary.slice(0, most), (character) => character.charCodeAt(0));
}

export function base64OfText(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
