/** A response on its way out. */
export interface Transmission {
  readonly status: number;
  /** The reason phrase; node's own for the status when it is empty. */
  readonly reason: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** One chunk for each write. What fails breaks the connection. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Header fields of a response with status 103 that goes ahead (RFC 8297). */
  readonly earlyHints?: Readonly<Record<string, string>>;
  /** The head and the body are written as they stand, framing included, and the connection is closed behind them. */
  readonly verbatim?: boolean;
}
