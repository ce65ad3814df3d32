import type { Deviate } from '../../deviation/deviation.js';
import { respond } from './responses.js';
import type { Where } from './where.js';

/** Gives errors a body that is no JSON, with the content type that belongs to it. */
export function errorsAs(where: Where, contentType: string, write: (said: string) => string): Deviate {
  return respond(where, (message) => {
    if (message.status < 400) return message;
    const { headers, body } = message;
    const said = body.kind === 'json' ? Reflect.get(Object(body.value), 'message') : undefined;
    return {
      ...message,
      headers: { ...headers, 'content-type': contentType },
      body: { kind: 'text', text: write(typeof said === 'string' ? said : '') },
    };
  });
}

/** A page of a proxy that knows no more than the status. */
export const page = () => '<html><head><title>Bad Request</title></head><body>nginx</body></html>';
