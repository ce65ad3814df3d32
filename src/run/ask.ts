import type { Ask } from '../grants/index.js';
import type { Json } from '../json/index.js';
import { errorIn } from '../judge/index.js';
import type { RunContext } from './context.js';
import { perform } from './perform.js';
import type { Performed, PerformedAttempt } from './performed.js';
import type { Scope } from './scope.js';
import type { SendHow } from './send-action.js';
import { defect } from './stop.js';

/** Asks of the management API, with everything that was sent. */
export interface Asking {
  readonly ask: Ask;
  readonly attempts: readonly PerformedAttempt[];
  /** What the last question brought. */
  last(): Performed | undefined;
}

export type AskHow = Pick<SendHow, 'signal' | 'mustSend'>;

/** Asks in the way in which specs ask, so that credentials, retries and redaction are the same. */
export function askingWith(context: RunContext, how: AskHow): Asking {
  const { target, apis } = context;
  const scope: Scope = { target, apis, bindings: {}, nonce: '', captures: new Map() };
  const attempts: PerformedAttempt[] = [];
  let last: Performed | undefined;
  return {
    attempts,
    last: () => last,
    async ask({ as, method, path, json }) {
      const body = json === undefined ? {} : { json: literal(json) };
      const request = { as, method, path: literal(path) as string, ...body };
      last = await perform({ kind: 'request', request, line: 0 }, scope, { retry: true, ...how }, context);
      const part = method === 'GET' ? { part: 'what stands' } : {};
      attempts.push(...last.attempts.map((attempt) => ({ ...attempt, ...part })));
      const { exchange, response } = last.answered;
      const status = response?.status;
      const read = response?.body.kind === 'json' ? response.body.value : undefined;
      return { status, body: read, message: messageOf() };

      function messageOf(): string {
        if (response === undefined)
          return last?.stopped?.reason.message ?? exchange.fault?.message ?? 'there was no answer';
        const error = errorIn(response);
        const said = 'message' in error && error.message !== undefined ? `: ${error.message.slice(0, 200)}` : '';
        return `HTTP ${response.status}${said}`;
      }
    },
  };
}

/** Outside a case nobody takes care of what stops one: that no token can be had is an answer there. */
export function outsideCases(ask: Ask): Ask {
  return (question) =>
    ask(question).catch((error: unknown) => ({
      status: undefined,
      body: undefined,
      message: defect(error).reason.message,
    }));
}

/** Names out of a target are no templates: nothing in them is looked up. */
function literal(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll('${', '$${');
  if (Array.isArray(value)) return value.map(literal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, literal(inner as Json)]));
}
