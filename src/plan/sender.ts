import type { Action, CallTemplate, RequestTemplate, Sending, SqlTemplate } from '../spec/index.js';
import { cellIn } from './cell.js';
import type { Bindings } from './instance.js';

/** Who asks, where and how: what an action says itself, else what the matrix binds, else the default. */
export interface Sender {
  readonly identity: string;
  readonly auth: NonNullable<CallTemplate['auth']>;
  readonly workspace: string;
  readonly route: NonNullable<CallTemplate['route']>;
  /** The API of a call, `sql` for a statement; a raw request has none unless the matrix binds one. */
  readonly api?: string;
  /** Whether a call asks for its answer as a stream. */
  readonly stream: boolean;
}

export function senderOf(action: Action, bindings: Bindings): Sender {
  // The matrix is about who asks the gateway, not about who changes what.
  if (action.kind === 'grants')
    return { identity: action.change.as, auth: 'bearer', workspace: 'home', route: 'workspace-url', stream: false };
  const template = templateOf(action);
  const bound = (name: string): string | undefined =>
    bindings[name] === undefined ? undefined : String(bindings[name].value);
  const api = apiOf(action) ?? bound('api');
  return {
    identity: template.as ?? bound('as') ?? cellIn(bindings)?.identity ?? 'default',
    auth: template.auth ?? (bound('auth') as Sender['auth'] | undefined) ?? 'bearer',
    workspace: template.workspace ?? bound('workspace') ?? 'home',
    route: template.route ?? (bound('route') as Sender['route'] | undefined) ?? 'workspace-url',
    ...(api === undefined ? {} : { api }),
    stream: action.kind === 'call' && (action.call.stream ?? bound('stream') === 'true'),
  };
}

function templateOf(action: Sending): CallTemplate | RequestTemplate | SqlTemplate {
  switch (action.kind) {
    case 'call':
      return action.call;
    case 'request':
      return action.request;
    case 'sql':
      return action.sql;
  }
}

function apiOf(action: Sending): string | undefined {
  if (action.kind === 'sql') return 'sql';
  return action.kind === 'call' ? action.call.api : undefined;
}
