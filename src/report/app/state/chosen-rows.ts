import type { Row } from '../../data/row.js';
import { filterRows } from '../query/match.js';
import { parseQuery } from '../query/query.js';
import type { Order } from './place.js';

/** What a search asks for, in an order: what the list shows, and what "next" means on the page of one. */
export function chosenRows(rows: readonly Row[], query: string, order: Order): readonly Row[] {
  const chosen = filterRows(rows, parseQuery(query));
  switch (order) {
    case 'plan':
      return chosen;
    case 'slowest':
      return chosen.toSorted((one, other) => other.durationMs - one.durationMs);
    case 'start':
      return chosen.toSorted((one, other) => (one.startedAt ?? Infinity) - (other.startedAt ?? Infinity) || 0);
  }
}
