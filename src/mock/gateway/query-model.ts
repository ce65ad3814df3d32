import type { PlacedService, Principal, Privilege, Workspace } from '../account/account.js';
import { apis, type Found } from '../apis/apis.js';
import { inferenceScope } from './authenticate.js';
import type { Gateway } from './gateway.js';
import { refuseOverBudget } from './rate-limits.js';
import { type JsonBody, readJson } from './read-json.js';
import { recordedEvents } from './recorded-events.js';
import { refuseDisabled, refuseElsewhere, refuseUnavailable, refuseUngoverned } from './refused-states.js';
import { type Reply, refuse, type Step } from './reply.js';
import { tokensUsed } from './tokens-used.js';

/**
 * Answers a request below `/ai-gateway/`. What a caller learns grows step by step: who may not call learns nothing about
 * models, who may not query a model learns nothing about its APIs.
 */
export async function queryModel(gateway: Gateway, request: Request, url: URL, requestId: string): Promise<Reply> {
  const { policies, decisions } = gateway;
  const caller = decisions.authenticate(gateway, request.headers, inferenceScope);
  if (caller.done) return caller.reply;
  const workspace = decisions.identifyWorkspace(gateway, request.headers);
  if (workspace.done) return workspace.reply;
  const enabled = refuseDisabled(policies);
  if (enabled.done) return enabled.reply;
  const found = decisions.findApi(request.method, url);
  if (found.done) return found.reply;
  const body = await readJson(request);
  if (body.done) return body.reply;
  const model = found.value.route.model ?? body.value.value['model'];
  const place = findModel(gateway, workspace.value, caller.value, model);
  if (place.done) return place.reply;
  const paid = refuseOverBudget(caller.value);
  if (paid.done) return paid.reply;
  const admitted = gateway.limits.admit(place.value, caller.value);
  if (admitted.done) return admitted.reply;
  const reply = answer(gateway, found.value, place.value, body.value, requestId);
  admitted.value.used(tokensUsed(body.value.value, reply));
  return reply;
}

export function findModel(
  { account, policies: { namesEnforced, maskDenied }, decisions }: Pick<Gateway, 'account' | 'policies' | 'decisions'>,
  { metastore }: Workspace,
  caller: Principal,
  model: unknown,
): Step<PlacedService> {
  if (typeof model !== 'string' || model === '') {
    return refuse(400, 'INVALID_PARAMETER_VALUE', "The request must name a model: 'model' must be a non-empty string.");
  }
  const resolution = decisions.resolveName(account, metastore, model, namesEnforced);
  switch (resolution.kind) {
    case 'missing':
      return notFound(resolution.name);
    case 'retired':
      return refuse(
        501,
        'NOT_IMPLEMENTED',
        `'${resolution.name}' is no longer available. Use Unity Catalog model services (v3).`,
      );
    case 'found': {
      const { place } = resolution;
      const [missing] = decisions.missingPrivileges(account, metastore, caller, place);
      if (missing === undefined) return refuseElsewhere(place);
      // Public accounts disagree: a masked 404 was seen live (databrickslabs/coding-agents-databricks-apps#140), while
      // Unity Catalog elsewhere names the privilege.
      return maskDenied ? notFound(place.fullName) : denied(missing, place);
    }
  }
}

function notFound(name: string): Step<never> {
  return refuse(404, 'NOT_FOUND', `'${name}' does not exist`);
}

function denied(privilege: Privilege, { catalog, schema, fullName }: PlacedService): Step<never> {
  const securables: Record<Privilege, string> = {
    'USE CATALOG': `Catalog '${catalog}'`,
    'USE SCHEMA': `Schema '${catalog}.${schema}'`,
    EXECUTE: `Model Service '${fullName}'`,
  };
  const message = `PERMISSION_DENIED: User does not have ${privilege} on ${securables[privilege]}.`;
  return refuse(403, 'PERMISSION_DENIED', message);
}

/** In bytes, since tokens are counted only of what is read: about a million tokens. */
const contextWindow = 4 * 1024 * 1024;

function answer(
  { pace, upstream, decisions }: Gateway,
  { api, route }: Found,
  { fullName, service }: PlacedService,
  { value: body, bytes }: JsonBody,
  requestId: string,
): Reply {
  if (!decisions.serves(service, api.name)) {
    const supported = service.apis.map((name) => apis[name].type).join(', ');
    const message = `API type '${api.type}' is not supported by '${fullName}'. Supported API types: [${supported}]`;
    return { kind: 'error', status: 400, code: 'BAD_REQUEST', message };
  }
  if (bytes > contextWindow) {
    return { kind: 'error', status: 400, code: 'BAD_REQUEST', message: 'Input is too long for requested model.' };
  }
  const complaint = decisions.complaintAbout(api, body, route);
  if (complaint !== undefined) return { kind: 'error', status: 400, code: 'BAD_REQUEST', message: complaint };
  const forwarded = decisions.forwarded(body, api.name);
  const missing = api.notSimulated(forwarded);
  if (missing !== undefined) {
    const message = `The simulated account does not ${missing} yet.`;
    return { kind: 'error', status: 501, code: 'NOT_IMPLEMENTED', message };
  }
  const governed = refuseUngoverned(service);
  if (governed.done) return governed.reply;
  const available = refuseUnavailable(service);
  if (available.done) return available.reply;
  const rendering = api.answer(forwarded, service, route);
  const received = { requestId, api: api.name, model: fullName, body: forwarded, bytes };
  // What a policy denies before the call never reaches the model.
  const reachesModel = service.policy?.effect !== 'denies-call';
  if (rendering.kind === 'stream') {
    const { events } = rendering;
    return {
      kind: 'stream',
      events: reachesModel ? recordedEvents(events, upstream.streaming(received)) : events,
      pace,
    };
  }
  if (reachesModel) upstream.answered(received);
  return { kind: 'answer', body: rendering.body };
}
