import type { RequestBody } from '../../apis/api.js';
import type { Deviate } from '../../deviation/deviation.js';
import { decide } from './decide.js';
import type { Edit } from './edit.js';
import type { Where } from './where.js';

/** Edits requests before anything is found wrong with them: what would be refused is made good instead. */
export function lenient(where: Where, edit: Edit): Deviate {
  return decide((usual) => {
    const edited = (body: RequestBody, api: Parameters<typeof usual.forwarded>[1]): RequestBody => {
      const asked = { method: 'POST', path: '', headers: new Headers(), bytes: 0, api, body };
      return where(asked) ? (edit(body) as RequestBody) : body;
    };
    return {
      complaintAbout: (api, body, route) => usual.complaintAbout(api, edited(body, api.name), route),
      forwarded: (body, api) => usual.forwarded(edited(body, api), api),
    };
  });
}
