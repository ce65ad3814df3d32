import type { Account } from '../../account/account.js';
import type { GrantBook } from '../../account/grant-book.js';
import type { RequestBody } from '../../apis/api.js';
import type { Deviate } from '../../deviation/deviation.js';
import type { Decisions } from '../../gateway/gateway.js';
import type { UpstreamLog } from '../../upstream-log.js';
import type { Edit } from './edit.js';
import { askedWith, type Where } from './where.js';

/** Decides otherwise. */
export function decide(change: (usual: Decisions) => Partial<Decisions>): Deviate {
  return () => ({ at: 'decision', change });
}

/** Goes by another account than the one that targets describe. */
export function believe(change: (account: Account) => Account): Deviate {
  return () => ({ at: 'account', change });
}

/** Keeps changes of grants in another way. */
export function keepGrants(change: (grants: GrantBook) => GrantBook): Deviate {
  return () => ({ at: 'grants', change });
}

/** Notes otherwise what the model received. */
export function note(change: (log: UpstreamLog) => UpstreamLog): Deviate {
  return () => ({ at: 'upstream-log', change });
}

/** Edits requests on their way to the model. */
export function forward(apis: Where, edit: Edit): Deviate {
  return () => ({
    at: 'model-request',
    change: (body, api) => (apis(askedWith(body, api)) ? (edit(body) as RequestBody) : body),
  });
}
