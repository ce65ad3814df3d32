import pLimit from 'p-limit';
import { type Asked, askModel, type RunContext } from '../run/index.js';
import type { ModelService } from '../target/index.js';
import type { Line, Mark } from './diagnosis.js';

export interface AskedServices {
  readonly lines: readonly Line[];
  /** Whether a service is known to answer somebody on an API, so that a refusal there says something. */
  readonly answers: (model: string, api: string) => boolean;
}

/** How a service refuses, unless its role says more exactly how. */
const refusals: readonly string[] = [
  'denied',
  'not-found',
  'rejected',
  'not-implemented',
  'policy-denied',
  // Of a limit of zero, 429 is the refusal.
  'throttled',
];

/** One small call to each service on each API that the target lists for it, by the default identity. */
export async function askServices(context: RunContext): Promise<AskedServices> {
  const limit = pLimit(context.target.limits.concurrency);
  const rows = await Promise.all(
    Object.entries(context.target.models).map(async ([role, service]) => ({
      role,
      service,
      answers: await Promise.all(
        apisToAsk(service).map(async (api) => ({
          api,
          asked: await limit(() => askModel({ api, model: service.fqn }, context)),
        })),
      ),
    })),
  );
  const answering = new Set(
    rows.flatMap(({ role, answers }) =>
      answers.filter(({ asked }) => completes(asked)).map(({ api }) => pair(role, api)),
    ),
  );
  return {
    lines: rows.map(({ role, service, answers }) => lineOf(role, service, answers)),
    answers: (model, api) => answering.has(pair(model, api)),
  };
}

export function completes(asked: Asked | undefined): boolean {
  return asked?.kind === 'answered' && asked.outcome === 'completion';
}

function pair(model: string, api: string): string {
  return JSON.stringify([model, api]);
}

/** A quota that specs are going to exceed is not used up here, and one refusal is enough. */
function apisToAsk({ apis, limit, refuses }: ModelService): readonly string[] {
  return limit !== undefined || refuses !== undefined ? apis.slice(0, 1) : apis;
}

interface Answer {
  readonly api: string;
  readonly asked: Asked;
}

function lineOf(subject: string, { fqn, apis, limit, refuses }: ModelService, answers: readonly Answer[]): Line {
  const refusal = refuses !== undefined;
  const meant = refuses?.with ?? refusals;
  const isMeant = ({ asked }: Answer) =>
    refusal ? asked.kind === 'answered' && meant.includes(asked.outcome) : completes(asked);
  const wrong = answers.filter((answer) => !isMeant(answer));
  const right = answers.filter((answer) => !wrong.includes(answer)).map(({ api }) => api);
  const unasked = apis.length - answers.length;
  const words = [
    ...(right.length === 0 ? [] : [`${refusal ? 'refuses, as meant, on' : 'answers on'} ${right.join(', ')}`]),
    ...(wrong.length === 0
      ? []
      : [`${refusal ? 'no refusal' : 'no answer'} on ${wrong.map(({ api }) => api).join(', ')}`]),
    ...(unasked === 0 ? [] : [`${unasked} more not asked${limit === undefined ? '' : ', to spare its limit'}`]),
  ];
  const found = `${fqn} ${words.join('; ')}`;
  if (wrong.length === 0) return { mark: 'fine', subject, found };
  return { mark: markOf(wrong), subject, found, toDo: [...reasonsOf(wrong, refusal), adviceOn(wrong, refusal)] };
}

function markOf(wrong: readonly Answer[]): Mark {
  return wrong.some(({ asked }) => asked.kind === 'answered' && asked.outcome !== 'throttled')
    ? 'differs'
    : 'untestable';
}

/** The same reason for several APIs is told once. */
function reasonsOf(wrong: readonly Answer[], refusal: boolean): readonly string[] {
  const byReason = new Map<string, readonly string[]>();
  for (const { api, asked } of wrong) {
    const reason = refusal && completes(asked) ? 'a completion' : asked.reason;
    byReason.set(reason, [...(byReason.get(reason) ?? []), api]);
  }
  return [...byReason].map(([reason, apis]) => `${apis.join(', ')}: ${reason}`);
}

function adviceOn(wrong: readonly Answer[], refusal: boolean): string {
  const outcomes = new Set(wrong.map(({ asked }) => (asked.kind === 'answered' ? asked.outcome : 'unanswered')));
  if (refusal) return 'name a service that fits the role, or leave the role out of the target';
  if (outcomes.has('unanswered') || outcomes.has('server-error') || outcomes.has('throttled'))
    return 'try again; if it stays, look at the service and its limits';
  if (outcomes.has('denied') || outcomes.has('not-found'))
    return 'check the full name, and that the identity default may call the service';
  return 'list under `apis` only what the service answers on';
}
