/** Where in the report a reader is: all of it stands in the address, so that any view can be sent to somebody. */
export interface Place {
  /** `overview` is of all runs, and `run` of one where there are several. */
  readonly page: PageName;
  readonly query: string;
  /** The number of the run, from 0. */
  readonly run: number;
  /** The instance that is looked at. */
  readonly instance?: string;
  readonly order: Order;
}

export const pageNames = [
  'overview',
  'run',
  'instances',
  'instance',
  'causes',
  'requirements',
  'grants',
  'observed',
  'skipped',
  'timeline',
  'proof',
] as const;
export type PageName = (typeof pageNames)[number];

export const orders = ['plan', 'slowest', 'start'] as const;
export type Order = (typeof orders)[number];

export const start: Place = { page: 'overview', query: '', run: 0, order: 'plan' };

/** `#/instances?q=s%3Afailed`. Whatever it cannot read is as at the start. */
export function parsePlace(hash: string): Place {
  const [, name = '', parameters = ''] = /^#?\/?([^?]*)\??(.*)$/s.exec(hash) ?? [];
  const search = new URLSearchParams(parameters);
  const instance = search.get('id');
  const run = Number(search.get('run') ?? '1') - 1;
  const named = pageNames.find((page) => page === name) ?? start.page;
  return {
    page: named === 'instance' && instance === null ? 'instances' : named,
    query: search.get('q') ?? '',
    run: Number.isInteger(run) && run >= 0 ? run : 0,
    ...(instance === null ? {} : { instance }),
    order: orders.find((order) => order === search.get('order')) ?? start.order,
  };
}

export function formatPlace({ page, query, run, instance, order }: Place): string {
  const search = new URLSearchParams();
  if (instance !== undefined) search.set('id', instance);
  if (query !== '') search.set('q', query);
  if (order !== start.order) search.set('order', order);
  if (run !== 0) search.set('run', String(run + 1));
  const parameters = search.toString();
  return `#/${page === 'overview' ? '' : page}${parameters === '' ? '' : `?${parameters}`}`;
}
