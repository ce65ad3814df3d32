import { type Securable, securableOf, securableTypes } from '../../../securable/index.js';
import { type Cell, cellOf } from '../cell.js';
import type { Granted } from '../granted.js';
import type { Somebody } from '../who.js';

export const service = 'main.llm.assistant';
export const somebody: Somebody = {
  kind: 'somebody',
  identity: 'granted',
  names: ['ann@example.com'],
  groups: ['analysts'],
};

export type Row = readonly [principal: string, privilege: string, on: string];

/** The two answers of an account about a service, its schema and its catalog: `rows` with what they hand down. */
export function accountWith(rows: readonly Row[], { hides = [] as readonly Row[] } = {}): readonly Granted[] {
  const named = (name: string): Securable => {
    const type = securableTypes[3 - name.split('.').length] ?? 'catalog';
    return { type, name };
  };
  const grants = rows.map(([principal, privilege, on]) => ({ principal, privilege, on: named(on) }));
  const isHidden = (principal: string, on: string) => hides.some(([who, , where]) => who === principal && where === on);
  return securableTypes.map((type) => {
    const securable = securableOf(service, type);
    return {
      securable,
      direct: grants.filter(({ on }) => on.name === securable.name),
      effective: grants.filter(
        ({ on, principal }) => `${securable.name}.`.startsWith(`${on.name}.`) && !isHidden(principal, on.name),
      ),
    };
  });
}

export const every: readonly Row[] = [
  ['ann@example.com', 'USE_CATALOG', 'main'],
  ['ann@example.com', 'USE_SCHEMA', 'main.llm'],
  ['ann@example.com', 'EXECUTE', service],
];

/** What follows from grants for `somebody`, or who else is said. */
export function cell(rows: readonly Row[], who: Partial<Somebody> = {}, known: readonly string[] = []): Cell {
  return cellOf({ service, who: { ...somebody, ...who }, known, granted: accountWith(rows) });
}
