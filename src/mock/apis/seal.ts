import { createHash } from 'node:crypto';

const checksumBytes = 16;

/**
 * What a model wants back as it was: opaque to clients, as providers make the signatures and the encrypted content of
 * their thoughts. Base64 of a checksum and the content.
 */
export function seal(content: string): string {
  return Buffer.concat([checksumOf(Buffer.from(content)), Buffer.from(content)]).toString('base64');
}

/** Whether a seal came back unchanged. */
export function isUnbroken(sealed: string): boolean {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < checksumBytes || bytes.toString('base64') !== sealed) return false;
  return checksumOf(bytes.subarray(checksumBytes)).equals(bytes.subarray(0, checksumBytes));
}

function checksumOf(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest().subarray(0, checksumBytes);
}
