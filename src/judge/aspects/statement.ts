import { errorClassOf, type StatementProgress } from '../../api/index.js';
import type { Json } from '../../json/index.js';
import type { Received } from '../answered.js';

/** An aspect that only statements have. */
function ofStatement(read: (statement: StatementProgress) => Json | undefined): (answer: Received) => Json {
  return ({ statement }) => (statement === undefined ? null : (read(statement) ?? null));
}

export const stateAspect = ofStatement(({ states }) => states.at(-1));
export const errorClassAspect = ofStatement(({ error }) => errorClassOf(error ?? {}));
export const sqlStateAspect = ofStatement(({ sqlState }) => sqlState);

/** `answer: STRING`. A name that the engine made up out of an expression may hold a nonce, so specs name what they select. */
export const columnsAspect = ofStatement(({ columns }) =>
  columns.length === 0 ? undefined : columns.map(({ name, type }) => `${name}: ${type ?? 'of no type'}`),
);
