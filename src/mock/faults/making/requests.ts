import type { ApiName } from '../../account/account.js';
import type { RequestBody } from '../../apis/api.js';
import type { Deviate } from '../../deviation/deviation.js';
import { decide } from './decide.js';
import { type Edit, isRecord } from './edit.js';
import { askedWith, asking, type Where } from './where.js';

/** Requests that ask a model nothing. */
export const askingNothing: Where = (asked) =>
  asked.body !== undefined && !['$.messages', '$.input', '$.contents'].some((path) => asking(path)(asked));

/** Requests whose body is no JSON object. */
export const malformed: Where = ({ method, body, bytes }) => method === 'POST' && body === undefined && bytes > 0;

export function withHeader(name: string): Where {
  return ({ headers }) => headers.has(name);
}

export function by(...methods: readonly string[]): Where {
  return ({ method }) => methods.includes(method);
}

/** Requests below the path of the gateway, whether it knows the rest of theirs or not. */
export const toTheGateway: Where = ({ path }) => path.startsWith('/ai-gateway/');

/** Requests whose body has a member of a value. */
export function withMember(name: string, value: unknown): Where {
  return ({ body }) => body?.[name] === value;
}

/** Mends requests before anything looks at them, so that what is wrong with them goes unnoticed. */
export function mend(where: Where, edit: Edit): Deviate {
  const mended = (body: RequestBody, api: ApiName): RequestBody => {
    const value = where(askedWith(body, api)) ? edit(body) : body;
    return isRecord(value) ? value : body;
  };
  return decide((usual) => ({
    complaintAbout: (api, body, route) => usual.complaintAbout(api, mended(body, api.name), route),
    forwarded: (body, api) => usual.forwarded(mended(body, api), api),
  }));
}

/** Refuses requests that are right. */
export function complain(where: Where, complaint: string): Deviate {
  return decide((usual) => ({
    complaintAbout: (api, body, route) =>
      where(askedWith(body, api.name)) ? complaint : usual.complaintAbout(api, body, route),
  }));
}

/** Lets requests pass that are wrong in some way. */
export function overlook(where: Where, complaint: RegExp): Deviate {
  return decide((usual) => ({
    complaintAbout: (api, body, route) => {
      const found = usual.complaintAbout(api, body, route);
      return found !== undefined && complaint.test(found) && where(askedWith(body, api.name)) ? undefined : found;
    },
  }));
}
