import { apiAt, type Found } from '../apis/apis.js';
import { proceed, refuse, type Step } from './reply.js';

// A wrong method is no different from an unknown path: live gateways answered 400 to HEAD on the Messages path
// (databricks/unity-gateway#53) and to GET on paths that only take POST.
export function findApi(method: string, url: URL): Step<Found> {
  const path = url.pathname.slice('/ai-gateway/'.length);
  const found = method === 'POST' ? apiAt(path, url.search.slice(1)) : undefined;
  return found
    ? proceed(found)
    : refuse(
        400,
        'BAD_REQUEST',
        `Request path '${url.pathname}${url.search}' doesn't match any known API type and is classified as an unmanaged api request.`,
      );
}
