import { isRecord } from '../making/edit.js';

/** A change of vectors that are lists of numbers. */
export function ofVector(change: (vector: readonly number[]) => readonly unknown[]) {
  return (embedding: unknown) => (Array.isArray(embedding) ? change(embedding) : embedding);
}

/** A change of the bytes of vectors in base64. */
export function ofBytes(change: (bytes: Buffer) => Buffer) {
  return (embedding: unknown) =>
    typeof embedding === 'string' ? change(Buffer.from(embedding, 'base64')).toString('base64') : embedding;
}

/** A change of the list of embeddings. */
export function ofList(change: (list: readonly unknown[]) => readonly unknown[]) {
  return (list: unknown) => (Array.isArray(list) ? change(list) : list);
}

/** Each embedding in its place, with the index of the place. */
export function numbered(list: readonly unknown[]): readonly unknown[] {
  return list.map((member, index) => (isRecord(member) ? { ...member, index } : member));
}
