import { type ChangeKind, changeKinds } from '../../compare/comparison.js';

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
  /** The number of the run that `run` is compared with, from 0. */
  readonly against?: number;
  /** The changes between these two that are looked at; all of them otherwise. */
  readonly only?: ChangeClass;
}

/** What may become of an instance from one run to another. */
export const changeClasses = [...changeKinds, 'slower'] as const;
export type ChangeClass = ChangeKind | 'slower';

export const pageNames = [
  'overview',
  'run',
  'compare',
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
  const against = numberOf(search.get('against'));
  const only = changeClasses.find((one) => one === search.get('only'));
  const named = pageNames.find((page) => page === name) ?? start.page;
  return {
    page: named === 'instance' && instance === null ? 'instances' : named,
    query: search.get('q') ?? '',
    run: numberOf(search.get('run')) ?? start.run,
    ...(instance === null ? {} : { instance }),
    order: orders.find((order) => order === search.get('order')) ?? start.order,
    ...(against === undefined ? {} : { against }),
    ...(only === undefined ? {} : { only }),
  };
}

/** From 0, of a number from 1. */
function numberOf(text: string | null): number | undefined {
  const number = Number(text) - 1;
  return Number.isInteger(number) && number >= 0 ? number : undefined;
}

export function formatPlace({ page, query, run, instance, order, against, only }: Place): string {
  const search = new URLSearchParams();
  if (instance !== undefined) search.set('id', instance);
  if (query !== '') search.set('q', query);
  if (order !== start.order) search.set('order', order);
  if (run !== 0) search.set('run', String(run + 1));
  if (against !== undefined) search.set('against', String(against + 1));
  if (only !== undefined) search.set('only', only);
  const parameters = search.toString();
  return `#/${page === 'overview' ? '' : page}${parameters === '' ? '' : `?${parameters}`}`;
}
