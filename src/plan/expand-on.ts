import type { Case, Dimension, GrantKind } from '../spec/index.js';
import type { Target } from '../target/index.js';
import { bindingOf, cellIn, type GrantCell } from './cell.js';
import { expand } from './expand.js';
import type { Instance } from './instance.js';
import { lacks } from './lacks.js';

/** A case as its instances on a target, whose expectations are the values of the dimension `grant`. */
export function expandOn(item: Case, target: Target): readonly Instance[] {
  const kind = item.dimensions.find(({ cells }) => cells !== undefined)?.cells;
  if (kind === undefined) return expand(item);
  const values = cellsOf(target, kind).map(bindingOf);
  const withValues = (dimension: Dimension): Dimension =>
    dimension.cells === undefined ? dimension : { ...dimension, values };
  const instances = expand({ ...item, dimensions: item.dimensions.map(withValues) })
    .filter((instance) => isOffered(instance, target))
    .map((instance) => ({ ...instance, case: item }));
  return instances.length > 0 ? instances : [nothingToAsk(item, kind, values.length)];
}

/** In the order of the target. */
function cellsOf({ identities }: Target, kind: GrantKind): readonly GrantCell[] {
  return Object.entries(identities)
    .flatMap(([identity, { expects }]) =>
      Object.entries(expects).map(([model, expected]) => ({ identity, model, lacks: expected.lacks })),
    )
    .filter((cell) => (cell.lacks.length === 0) === (kind === 'allowed'));
}

/** The matrix is about what can be asked: an API that the service does not offer is no gap in it. */
function isOffered({ bindings }: Instance, { models }: Target): boolean {
  const api = bindings['api']?.value;
  const model = cellIn(bindings)?.model ?? '';
  return api === undefined || models[model]?.apis.includes(String(api)) === true;
}

/** A case without instances would be a proof that nobody misses. */
function nothingToAsk(item: Case, kind: GrantKind, cells: number): Instance {
  const what =
    kind === 'allowed'
      ? 'an expectation that an identity may call a service'
      : 'an expectation of what an identity lacks on a service';
  const reason = cells === 0 ? lacks('expectations', what) : lacks('api', `${what}, on an API of the case`);
  return { id: item.id, case: item, bindings: {}, verifies: item.verifies, skip: reason };
}
