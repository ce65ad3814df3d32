import pLimit from 'p-limit';
import type { NamedPrivilege } from '../api/index.js';
import { mendOf } from '../report/index.js';
import { type Asked, askModel, type BrokenCredential, type RunContext, targetRecord } from '../run/index.js';
import type { Expectation } from '../target/index.js';
import type { Line } from './diagnosis.js';
import { type AskedServices, completes } from './services.js';

interface Cell {
  readonly identity: string;
  readonly model: string;
  readonly lacks: Expectation['lacks'];
  readonly api: string;
}

/** One call for each cell that the target expects something of, on one API of the service. */
export async function askExpectations(
  services: AskedServices,
  broken: readonly BrokenCredential[],
  context: RunContext,
): Promise<readonly Line[]> {
  const limit = pLimit(context.target.limits.concurrency);
  const cells = cellsOf(context, services).map((cell) => ({
    cell,
    usable: !broken.some(({ role }) => role === cell.identity),
  }));
  const asked = await Promise.all(
    cells.map(async ({ cell, usable }) => {
      const { api, model, identity } = cell;
      const fqn = context.target.models[model]?.fqn ?? '';
      return {
        cell,
        asked: usable ? await limit(() => askModel({ api, model: fqn, as: identity }, context)) : undefined,
      };
    }),
  );
  const answersSomebody = ({ model, api }: Cell) =>
    services.answers(model, api) ||
    asked.some((one) => one.cell.model === model && one.cell.api === api && completes(one.asked));
  return asked.map(({ cell, asked: one }) => ({
    subject: `${cell.identity} on ${cell.model}`,
    ...(one === undefined
      ? { mark: 'unknown', found: 'not asked: the credential cannot be used' }
      : lineOf(cell, one, answersSomebody(cell), context)),
  }));
}

function cellsOf({ target }: RunContext, { answers }: AskedServices): readonly Cell[] {
  return Object.entries(target.identities).flatMap(([identity, { expects, refused }]) =>
    refused
      ? []
      : Object.entries(expects).flatMap(([model, { lacks }]) => {
          const apis = target.models[model]?.apis ?? [];
          // A refusal on an API that answers nobody would say nothing.
          const api = apis.find((one) => answers(model, one)) ?? apis[0];
          return api === undefined ? [] : [{ identity, model, lacks, api }];
        }),
  );
}

function lineOf(cell: Cell, asked: Asked, answersSomebody: boolean, context: RunContext): Omit<Line, 'subject'> {
  const { lacks } = cell;
  const expected = lacks.length === 0 ? 'allow' : `deny (lacks ${lacks.join(', ')})`;
  if (asked.kind === 'unanswered') return { mark: 'untestable', found: `${expected}: no answer`, toDo: [asked.reason] };
  if (completes(asked)) {
    if (lacks.length === 0) return { mark: 'fine', found: `${expected}: allowed` };
    return { mark: 'differs', found: `${expected}: allowed`, toDo: mending(cell, context) };
  }
  const refused = asked.outcome === 'denied' || asked.outcome === 'not-found';
  if (!refused) return { mark: 'untestable', found: `${expected}: neither allowed nor denied`, toDo: [asked.reason] };
  const named = asked.privilege === undefined ? '' : `, names ${asked.privilege}`;
  const word = `${expected}: ${asked.outcome === 'denied' ? 'denied' : 'hidden'} ${asked.status}${named}`;
  if (lacks.length === 0)
    return { mark: 'differs', found: word, toDo: [asked.reason, ...mending(cell, context, asked.privilege)] };
  if (!answersSomebody)
    return { mark: 'unknown', found: word, toDo: ['the service answers nobody, so that this denial proves nothing'] };
  if (asked.privilege !== undefined && !(lacks as readonly string[]).includes(asked.privilege))
    return { mark: 'differs', found: word, toDo: [`it lacks ${asked.privilege}, of which the target does not speak`] };
  return { mark: 'fine', found: word };
}

/** The changes of grants that would mend a cell; of a refusal that names what is missing, only that. */
function mending({ identity, model, lacks }: Cell, { target }: RunContext, named?: NamedPrivilege): readonly string[] {
  const expected = lacks.length === 0 ? 'allow' : 'deny';
  const cell = { identity, model, lacks, expected, observed: [], state: 'differs' } as const;
  const { changes = [], sql = [] } = mendOf(cell, { target: targetRecord(target) }) ?? {};
  // Unity Catalog writes a privilege with a space in SQL, and with an underscore in its REST API.
  const isMeant = (text: string) => named === undefined || text.replaceAll('_', ' ').includes(named);
  const unnamed = target.identities[identity]?.principal === undefined;
  return [
    ...(unnamed ? [`put how Unity Catalog calls ${identity} in place of PRINCIPAL-OF-${identity}`] : []),
    ...changes.filter(isMeant).map((command) => command.replaceAll(/ \\\n */g, ' ')),
    'or in SQL, where the warehouse knows model services:',
    ...sql.filter(isMeant),
  ];
}
