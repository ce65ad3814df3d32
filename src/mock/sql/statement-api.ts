import { setTimeout } from 'node:timers/promises';
import type { Principal, Warehouse, Workspace } from '../account/account.js';
import type { Gateway } from '../gateway/gateway.js';
import { readJson } from '../gateway/read-json.js';
import { proceed, type Reply, refuse, type Step } from '../gateway/reply.js';
import { askModel } from './ask-model.js';
import { runStatement } from './engine.js';
import { failureOf } from './failure.js';
import { isEngineInstalled } from './is-engine-installed.js';
import { chunkOf, statementBody } from './statement-body.js';
import type { SubmittedStatement } from './statements.js';
import { readSubmission, type Submission } from './submission.js';
import { mayUse, notYours, sqlScope } from './warehouse-api.js';

export const statementsPath = '/api/2.0/sql/statements';

/** Answers a request on `/api/2.0/sql/statements` and below; undefined when the path is none of the API. */
export async function statementApi(gateway: Gateway, request: Request): Promise<Reply | undefined> {
  const { pathname } = new URL(request.url);
  if (pathname !== statementsPath && !pathname.startsWith(`${statementsPath}/`)) return undefined;
  const caller = gateway.decisions.authenticate(gateway, request.headers, sqlScope);
  if (caller.done) return caller.reply;
  const workspace = gateway.decisions.identifyWorkspace(gateway, request.headers);
  if (workspace.done) return workspace.reply;
  const [id, ...rest] = pathname.slice(statementsPath.length + 1).split('/');
  const asked = `${request.method} ${rest.join('/')}`;
  if (id === undefined || id === '')
    return asked === 'POST ' ? submit(gateway, request, caller.value, workspace.value) : undefined;
  const found = findStatement(gateway, id, caller.value);
  if (found.done) return found.reply;
  const chunk = /^GET result\/chunks\/(\d{1,9})$/.exec(asked)?.[1];
  if (asked === 'GET ') return { kind: 'answer', body: statementBody(found.value, gateway.warehouses.chunkRows) };
  if (chunk !== undefined) return chunkReply(found.value, Number(chunk), gateway.warehouses.chunkRows);
  if (asked !== 'POST cancel') return undefined;
  found.value.cancel();
  return { kind: 'answer', body: {} };
}

async function submit(gateway: Gateway, request: Request, caller: Principal, workspace: Workspace): Promise<Reply> {
  const body = await readJson(request);
  if (body.done) return body.reply;
  const read = readSubmission(body.value.value);
  if (read.done) return read.reply;
  const warehouse = findWarehouse(gateway, read.value.warehouse, caller, workspace);
  if (warehouse.done) return warehouse.reply;
  if (!isEngineInstalled()) {
    const message =
      'The simulated account runs SQL with the optional package @duckdb/node-api, which is not installed.';
    return { kind: 'error', status: 501, code: 'NOT_IMPLEMENTED', message };
  }
  const statement = gateway.warehouses.statements.submit(caller.name, (signal) =>
    runStatement(read.value.statement, {
      parameters: read.value.parameters,
      signal,
      aiQuery: {
        ask: (question) => askModel(gateway, workspace, caller, question),
        ...(warehouse.value.kind === 'classic' && { unsupported: notOnClassic }),
      },
    }),
  );
  await wait(statement, read.value, request.signal);
  return { kind: 'answer', body: statementBody(statement, gateway.warehouses.chunkRows) };
}

// "ai_query function", Requirements; the class as the documentation of error classes has it.
const notOnClassic = failureOf(
  'AI_FUNCTION_UNSUPPORTED_ERROR',
  '56038',
  'The function ai_query is not supported in the current environment. It is only available in Databricks SQL Pro and Serverless.',
);

/** Up to `wait_timeout`; what is not over then goes on, unless it was to be cancelled. A client that left waits for nothing. */
async function wait(statement: SubmittedStatement, { waitMs, cancelsAtTimeout }: Submission, left: AbortSignal) {
  if (waitMs === 0) return;
  const over = new AbortController();
  const signal = AbortSignal.any([left, over.signal]);
  await Promise.race([statement.over, setTimeout(waitMs, undefined, { signal }).catch(() => undefined)]);
  over.abort();
  const { state } = statement.progress();
  if (cancelsAtTimeout && (state === 'PENDING' || state === 'RUNNING')) statement.cancel();
}

function findWarehouse({ account }: Gateway, id: string, caller: Principal, { name }: Workspace): Step<Warehouse> {
  const warehouse = account.warehouses.find((candidate) => candidate.id === id && candidate.workspace === name);
  if (warehouse === undefined) return refuse(400, 'INVALID_PARAMETER_VALUE', `${id} is not a valid endpoint id.`);
  return mayUse(warehouse, caller) ? proceed(warehouse) : notYours(id);
}

/** A statement is its submitter's own: to everybody else it does not exist. */
function findStatement({ warehouses }: Gateway, id: string, { name }: Principal): Step<SubmittedStatement> {
  const statement = warehouses.statements.find(id);
  if (statement?.owner === name) return proceed(statement);
  return refuse(404, 'RESOURCE_DOES_NOT_EXIST', `The statement ${id} does not exist.`);
}

function chunkReply({ id, progress }: SubmittedStatement, index: number, chunkRows: number): Reply {
  const now = progress();
  const chunk =
    now.state === 'ENDED' && now.outcome.kind === 'result' ? chunkOf(id, now.outcome, index, chunkRows) : undefined;
  if (chunk !== undefined) return { kind: 'answer', body: chunk };
  return { kind: 'error', status: 404, code: 'NOT_FOUND', message: `The statement ${id} has no chunk ${index}.` };
}
