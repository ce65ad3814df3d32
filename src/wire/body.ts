/** Collects the pieces of a body. Never holds more than `limit` bytes of content, whatever the size of the pieces. */
export interface BodyCollector {
  /** False when the piece went beyond the limit; what fits was kept. */
  add(piece: Uint8Array): boolean;
  /** How many bytes are kept. */
  length(): number;
  bytes(): Uint8Array;
}

const empty = new Uint8Array(0);

/**
 * A body that arrives in one piece is not copied. More pieces are copied into one buffer that grows by doubling:
 * a list of pieces would cost about a hundred bytes for each, and a chunked body can be cut into single bytes.
 */
export function collectBody(limit: number): BodyCollector {
  let buffer: Uint8Array = empty;
  let length = 0;

  function append(piece: Uint8Array): void {
    const needed = length + piece.byteLength;
    if (length === 0) {
      buffer = piece;
    } else {
      // The first piece belongs to the socket: it is full as it stands and is never written to.
      if (needed > buffer.byteLength || length === buffer.byteLength) {
        const larger = Buffer.allocUnsafeSlow(Math.min(limit, Math.max(2 * needed, 4096)));
        larger.set(buffer.subarray(0, length));
        buffer = larger;
      }
      buffer.set(piece, length);
    }
    length = needed;
  }

  return {
    add(piece) {
      const room = limit - length;
      if (piece.byteLength <= room) {
        append(piece);
        return true;
      }
      if (room > 0) append(piece.subarray(0, room));
      return false;
    },
    length: () => length,
    bytes: () => buffer.subarray(0, length),
  };
}
