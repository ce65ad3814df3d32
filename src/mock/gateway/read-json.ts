import { proceed, refuse, type Step } from './reply.js';

export interface JsonBody {
  readonly value: Readonly<Record<string, unknown>>;
  /** The size on the wire. */
  readonly bytes: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON object. What the live gateway answers to anything else is not public; a 4xx with an envelope is fair. */
export async function readJson(request: Request): Promise<Step<JsonBody>> {
  const mediaType = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    return refuse(415, 'BAD_REQUEST', 'The request must have the content type application/json.');
  }
  const bytes = await request.arrayBuffer();
  try {
    const body: unknown = JSON.parse(utf8.decode(bytes));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
      return proceed({ value: body as JsonBody['value'], bytes: bytes.byteLength });
    }
  } catch {
    return refuse(400, 'MALFORMED_REQUEST', 'The request body is not valid JSON in UTF-8.');
  }
  return refuse(400, 'MALFORMED_REQUEST', 'The request body must be a JSON object.');
}
