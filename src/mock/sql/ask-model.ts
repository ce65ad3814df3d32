import type { PlacedService, Principal, Workspace } from '../account/account.js';
import type { RequestBody } from '../apis/api.js';
import { apis } from '../apis/apis.js';
import type { Gateway } from '../gateway/gateway.js';
import { findModel } from '../gateway/query-model.js';
import { type Failure, failureOf } from './failure.js';

/** One row's question to a model, by `ai_query`. */
export interface ModelQuestion {
  readonly endpoint: string;
  readonly request: string;
  /** JSON texts, where the statement gives them. */
  readonly modelParameters?: string;
  readonly responseFormat?: string;
}

export type ModelAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'failure'; readonly failure: Failure };

/**
 * What `ai_query` does with a question: the gateway's own names, privileges and model, without its limits and policies,
 * and on services of `system.ai` only ("Query model services", Query with ai_query; "ai_query function").
 */
export function askModel(
  gateway: Gateway,
  workspace: Workspace,
  caller: Principal,
  question: ModelQuestion,
): ModelAnswer {
  const { endpoint } = question;
  const found = findModel(gateway, workspace, caller, endpoint);
  if (found.done) {
    const { reply } = found;
    if (reply.kind !== 'error') throw new Error('A model that is not found is refused with an error.');
    if (reply.status !== 404) return refused(reply.status, reply.code, reply.message);
    // databricks-demos/dbdemos#220
    return refused(404, 'RESOURCE_DOES_NOT_EXIST', `Endpoint with name '${endpoint}' does not exist.`);
  }
  const { catalog, schema, fullName, service } = found.value;
  if (catalog !== 'system' || schema !== 'ai' || service.disabledForAiQuery === true) {
    // databricks-demos/dbdemos#241
    const message = `This feature is either not supported or it has been disabled explicitly for ai_query on '${fullName}'.`;
    return refused(403, 'PERMISSION_DENIED', message);
  }
  if (!service.apis.includes('chat')) return refused(400, 'BAD_REQUEST', `'${fullName}' does not answer prompts.`);
  return answer(found.value, question);
}

function answer({ service, fullName }: PlacedService, question: ModelQuestion): ModelAnswer {
  const parameters = objectIn(question.modelParameters);
  const format = objectIn(question.responseFormat);
  const body: RequestBody = {
    ...parameters,
    ...(format === undefined ? {} : { response_format: format }),
    model: fullName,
    messages: [{ role: 'user', content: question.request }],
  };
  const complaint = apis.chat.complaintAbout(body, { query: '' });
  if (complaint !== undefined)
    return { kind: 'failure', failure: failureOf('AI_FUNCTION_INVALID_MODEL_PARAMETERS', '22023', complaint) };
  const missing = apis.chat.notSimulated(body);
  if (missing !== undefined) return refused(501, 'NOT_IMPLEMENTED', `The simulated account does not ${missing} yet.`);
  const rendering = apis.chat.answer(body, service, { query: '' });
  if (rendering.kind === 'stream') return refused(400, 'BAD_REQUEST', 'ai_query takes no stream.');
  return { kind: 'text', text: textOf(rendering.body as ChatAnswer) };
}

/** A failure as the remote function reports what the model serving answered (databricks-demos/dbdemos#220). */
function refused(status: number, code: string, message: string): ModelAnswer {
  const said = JSON.stringify({ error_code: code, message });
  const text = `The remote HTTP request failed with code ${status}, and error message 'HTTP request failed with status: ${said}'`;
  return { kind: 'failure', failure: failureOf('REMOTE_FUNCTION_HTTP_FAILED_ERROR', '57012', text) };
}

function objectIn(json: string | undefined): object | undefined {
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : { value };
  } catch {
    return { value: json };
  }
}

interface ChatAnswer {
  readonly choices: readonly { readonly message: { readonly content: string | readonly TextPart[] | null } }[];
}

interface TextPart {
  readonly type: string;
  readonly text?: string;
}

function textOf({ choices: [choice] }: ChatAnswer): string {
  const content = choice?.message.content ?? '';
  if (typeof content === 'string') return content;
  return content.map(({ type, text }) => (type === 'text' ? (text ?? '') : '')).join('');
}
