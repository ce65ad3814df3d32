import { isJsonObject, type Json } from '../json/index.js';

/** How most APIs are asked for a stream: by a field of the body. */
export function streamsByField(_path: string, body: Json | undefined): boolean {
  return isJsonObject(body) && body['stream'] === true;
}
