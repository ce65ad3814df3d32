import type { ApiName } from '../account/account.js';
import type { RequestBody } from '../apis/api.js';
import { apiAt } from '../apis/apis.js';

/** A request as a deviation sees it. */
export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Without its question mark, when there is one. */
  readonly query?: string;
  readonly headers: Headers;
  /** The API whose path it is on, whatever the method. */
  readonly api?: ApiName;
  /** When it is a JSON object. */
  readonly body?: RequestBody;
  /** The size of the body on the wire. */
  readonly bytes: number;
}

const below = '/ai-gateway/';

/** Reads a request to its end: give it a copy. */
export async function readAsked(request: Request): Promise<Asked> {
  const { pathname: path, search } = new URL(request.url);
  const text = await request.text();
  const found = path.startsWith(below) ? apiAt(path.slice(below.length), search.slice(1)) : undefined;
  const body = objectIn(text);
  return {
    method: request.method,
    path,
    ...(search === '' ? {} : { query: search.slice(1) }),
    headers: request.headers,
    ...(found === undefined ? {} : { api: found.api.name }),
    ...(body === undefined ? {} : { body }),
    bytes: Buffer.byteLength(text),
  };
}

function objectIn(text: string): RequestBody | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RequestBody) : undefined;
  } catch {
    return undefined;
  }
}
