import { lookAtWarehouse, type RunContext } from '../run/index.js';
import type { Line } from './diagnosis.js';

/** What the target names beside URLs, services and identities. Warehouses are looked at, and none is started. */
export async function resourcesOf(mayAsk: boolean, context: RunContext): Promise<readonly Line[]> {
  const { warehouses, models, features } = context.target;
  const limited = Object.entries(models).flatMap(([role, { limit }]) =>
    limit === undefined ? [] : [`${role} (${limit.requests} in ${limit.perMs} ms)`],
  );
  const named = Object.entries(warehouses);
  const looked = named.map(([role, { id }]) => warehouseLine(`warehouse ${role}`, id, mayAsk, context));
  return [
    ...(await Promise.all(looked)),
    ...(named.length === 0 ? [lineOf('warehouses', [], 'none: no SQL is run')] : []),
    lineOf('limited services', limited, 'none: no limit is exceeded on purpose'),
    lineOf('features', features, 'none'),
  ];
}

async function warehouseLine(subject: string, id: string, mayAsk: boolean, context: RunContext): Promise<Line> {
  if (!mayAsk) return { mark: 'unknown', subject, found: `${id} not asked: the credential of default cannot be used` };
  const looked = await lookAtWarehouse(id, context);
  switch (looked.kind) {
    case 'there':
      return { mark: 'fine', subject, found: `${id} is there${looked.state === undefined ? '' : `, ${looked.state}`}` };
    case 'refused': {
      const toDo = [looked.reason, 'check the id, and that the identity default has CAN USE on the warehouse'];
      return { mark: 'differs', subject, found: `${id} is not there for default`, toDo };
    }
    case 'unanswered':
      return { mark: 'untestable', subject, found: `${id}: no answer`, toDo: [looked.reason] };
  }
}

function lineOf(subject: string, there: readonly string[], absent: string): Line {
  if (there.length === 0) return { mark: 'unknown', subject, found: absent };
  return { mark: 'fine', subject, found: there.join(', ') };
}
