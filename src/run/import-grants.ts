import pLimit from 'p-limit';
import {
  cellOf,
  type Granted,
  type ImportedMatrix,
  importer,
  readGranted,
  reasonToLeaveOut,
  reasonToSpare,
  type Somebody,
  type Who,
  whoIs,
} from '../grants/index.js';
import { failed, ok, type Problem, type Result } from '../problem/index.js';
import { securableOf, securableTypes } from '../securable/index.js';
import type { Identity, Target } from '../target/index.js';
import { askingWith } from './ask.js';
import { refusesCredential } from './check-identities.js';
import type { RunContext } from './context.js';
import { type ContextOptions, openContext } from './open-context.js';
import { lookAtWorkspace } from './preflight.js';
import { whoAmI } from './who-am-i.js';

export interface ImportGrantsOptions extends Omit<ContextOptions, 'apis' | 'emit'> {
  /** Roles of the model services to ask about. Default: those that a matrix may ask. */
  readonly models?: readonly string[];
}

/** Reads from the account which identity of the target may call which model service. Nothing is changed. */
export async function importGrants(options: ImportGrantsOptions): Promise<Result<ImportedMatrix>> {
  const { target } = options;
  if (!Object.hasOwn(target.identities, importer)) return failed(noAdmin);
  const { asked, unasked } = servicesOf(target, options.models);
  if (asked.length === 0) return failed(nothing('a model service that a matrix may ask'));
  const { context, close } = openContext({ ...options, apis: {}, emit: () => undefined });
  try {
    const { problems } = await lookAtWorkspace('home', context);
    if (problems.length > 0) return failed(...problems);
    const token = await context.credentials.token(importer, homeOf(target), context.signal);
    if (!token.ok) return token;
    const granted = await readAllGranted(asked, context);
    if (!granted.ok) return granted;
    return matrixOf(asked, unasked, granted.value, await askWhoTheyAre(context), target);
  } finally {
    await close();
  }
}

interface AskedService {
  readonly model: string;
  readonly service: string;
}

function servicesOf({ models }: Target, chosen: readonly string[] | undefined) {
  const asked: AskedService[] = [];
  const unasked: { readonly model: string; readonly because: string }[] = [];
  for (const [model, service] of Object.entries(models)) {
    if (chosen !== undefined && !chosen.includes(model)) continue;
    // Who names a service wants to know of it, whatever else decides about its answers.
    const because = chosen === undefined ? reasonToSpare(service) : undefined;
    if (because === undefined) asked.push({ model, service: service.fqn });
    else unasked.push({ model, because });
  }
  return { asked, unasked };
}

/** Of each service, its schema and its catalog; each is asked about once. All that cannot be read is told together. */
async function readAllGranted(
  asked: readonly AskedService[],
  context: RunContext,
): Promise<Result<readonly Granted[]>> {
  const securables = asked.flatMap(({ service }) => securableTypes.map((type) => securableOf(service, type)));
  const once = new Map(securables.map((securable) => [`${securable.type} ${securable.name}`, securable]));
  const limit = pLimit(context.target.limits.concurrency);
  const { ask } = askingWith(context, { signal: context.signal });
  const read = await Promise.all([...once.values()].map((securable) => limit(() => readGranted(ask, securable))));
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  return problems.length > 0 ? failed(...problems) : ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

async function askWhoTheyAre(context: RunContext): Promise<readonly Who[]> {
  const { identities, limits } = context.target;
  const limit = pLimit(limits.concurrency);
  return Promise.all(
    Object.entries(identities).map(([role, identity]) => limit(() => askWhoItIs(role, identity, context))),
  );
}

async function askWhoItIs(role: string, identity: Identity, context: RunContext): Promise<Who> {
  const leftOut = (because: string): Who => ({ kind: 'left-out', identity: role, because });
  const reason = reasonToLeaveOut(role, identity);
  if (reason !== undefined) return leftOut(reason);
  const token = await context.credentials.token(role, homeOf(context.target), context.signal);
  if (!token.ok) return leftOut('no token can be had for it');
  const asking = askingWith(context, { signal: context.signal });
  const { status, body } = await asking.ask({ as: role, method: 'GET', path: whoAmI });
  const response = asking.last()?.answered.exchange.response;
  if (response !== undefined && refusesCredential(response))
    return leftOut(`its credential is not accepted (HTTP ${response.status})`);
  return whoIs(role, identity, status === 200 ? body : undefined);
}

function matrixOf(
  asked: readonly AskedService[],
  unasked: ImportedMatrix['unasked'],
  granted: readonly Granted[],
  whos: readonly Who[],
  target: Target,
): Result<ImportedMatrix> {
  const somebodies = whos.filter((who): who is Somebody => who.kind === 'somebody');
  if (somebodies.length === 0) return failed(nothing('an identity of which grants say something'));
  const principals = Object.values(target.identities).flatMap(({ principal }) => principal ?? []);
  const known = [...principals, ...somebodies.flatMap(({ names }) => names)];
  return ok({
    rows: somebodies.map((who) => ({
      who,
      cells: asked.map(({ model, service }) => ({ model, cell: cellOf({ service, who, known, granted }) })),
    })),
    leftOut: whos.flatMap((who) => (who.kind === 'left-out' ? [who] : [])),
    unasked,
  });
}

function homeOf({ workspaces }: Target): string {
  return workspaces['home']?.url ?? '';
}

const noAdmin: Problem = {
  code: 'grants.no-admin',
  message: `the target has no identity ${importer}, as which grants are read`,
  fix: `add \`${importer}\` to \`identities\`: somebody with MANAGE on the model services, or on what contains them`,
};

function nothing(what: string): Problem {
  return {
    code: 'grants.nothing-to-import',
    message: `the target does not have ${what}`,
    fix: 'see docs/grant-matrix.md for what is left out and why',
  };
}
