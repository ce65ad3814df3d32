/** Bytes that are put together piece by piece. Grows by doubling: a line may arrive in single bytes. */
export interface GrowingBuffer {
  length(): number;
  append(bytes: Uint8Array): void;
  /** Valid until the next `append` or `clear`. */
  view(): Uint8Array;
  copy(): Uint8Array;
  clear(): void;
}

export function createGrowingBuffer(): GrowingBuffer {
  let buffer = new Uint8Array(256);
  let length = 0;

  return {
    length: () => length,
    append(bytes) {
      const needed = length + bytes.length;
      if (needed > buffer.length) {
        const larger = new Uint8Array(2 * needed);
        larger.set(buffer.subarray(0, length));
        buffer = larger;
      }
      buffer.set(bytes, length);
      length = needed;
    },
    view: () => buffer.subarray(0, length),
    copy: () => buffer.slice(0, length),
    clear() {
      length = 0;
    },
  };
}
