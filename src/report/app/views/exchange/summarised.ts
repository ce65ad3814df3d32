import type { BodyRecord, HeaderPair } from '../../../../journal/index.js';

/** A side of an exchange; of one that is only summarised, the headers are not kept. */
export interface HeadersMaybe {
  readonly headers?: readonly HeaderPair[];
}

export function headersOf(side: HeadersMaybe | undefined): readonly HeaderPair[] | undefined {
  return side?.headers;
}

/** Nothing of the body was kept but its size. */
export function isSummarised(body: BodyRecord | undefined): boolean {
  return body?.kind === 'text' && body.text === '' && body.cut === true;
}
