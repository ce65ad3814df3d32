import { servicesOf } from '../account/account.js';
import { inferenceScope } from './authenticate.js';
import type { Gateway } from './gateway.js';
import { refuseDisabled } from './refused-states.js';
import type { Reply } from './reply.js';

export const listModelsPath = '/ai-gateway/anthropic/v1/models';

/** The account does not say since when it has a service. */
const createdAt = '2026-01-01T00:00:00Z';

/**
 * The services that answer Messages and that the caller may query, all on one page, in the form of Anthropic's
 * `GET /v1/models`. The one list of models that the live gateway has; databricks/unity-gateway reads its ids from it.
 */
export function listModels(gateway: Gateway, headers: Headers): Reply {
  const { account } = gateway;
  const caller = gateway.decisions.authenticate(gateway, headers, inferenceScope);
  if (caller.done) return caller.reply;
  const workspace = gateway.decisions.identifyWorkspace(gateway, headers);
  if (workspace.done) return workspace.reply;
  const enabled = refuseDisabled(gateway.policies);
  if (enabled.done) return enabled.reply;
  const { metastore } = workspace.value;
  const data = servicesOf(account, metastore)
    .filter(({ service }) => service.apis.includes('messages'))
    .filter((place) => gateway.decisions.missingPrivileges(account, metastore, caller.value, place).length === 0)
    .map(({ fullName, service }) => ({
      id: fullName,
      type: 'model',
      display_name: service.name,
      created_at: createdAt,
    }));
  const body = { data, has_more: false, first_id: data.at(0)?.id ?? null, last_id: data.at(-1)?.id ?? null };
  return { kind: 'answer', body };
}
