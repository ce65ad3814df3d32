import type { DuckDBValue, Json } from '@duckdb/node-api';
import { type AiQuery, defineAiQuery } from './ai-query.js';
import { translate } from './dialect.js';
import { type Failure, failureOf, failureOfEngine } from './failure.js';
import type { Outcome } from './outcome.js';
import { typeText } from './types.js';

/** A named parameter as the API takes it: a text, and the type that it is read as. */
export interface Parameter {
  readonly value: string | null;
  readonly type: string;
}

export interface EngineOptions {
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly aiQuery: AiQuery;
  /** Interrupts the statement. */
  readonly signal: AbortSignal;
}

/**
 * Runs one statement in an engine of its own, so that nothing of it outlives it. Whoever has a token of the simulated
 * account may send any statement: it sees no file, no network and no variable of this machine.
 */
export async function runStatement(
  statement: string,
  { parameters, aiQuery, signal }: EngineOptions,
): Promise<Outcome> {
  const duckdb = await import('@duckdb/node-api');
  const { text, markers } = translate(statement, (name) => castOf(name, parameters[name]));
  const unbound = markers.find((name) => !Object.hasOwn(parameters, name));
  if (unbound !== undefined)
    return failed(failureOf('UNBOUND_SQL_PARAMETER', '42P02', `Found the unbound parameter: ${unbound}.`));
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    enable_external_access: 'false',
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
    lock_configuration: 'true',
    threads: '1',
    memory_limit: '256MB',
  });
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  let failure: Failure | undefined;
  try {
    await defineAiQuery(connection, duckdb, aiQuery, (found) => {
      failure = found;
    });
    signal.addEventListener('abort', interrupt, { once: true });
    const values = Object.fromEntries(
      markers.map((name): [string, DuckDBValue] => [name, parameters[name]?.value ?? null]),
    );
    const reader = await connection.runAndReadAll(text, values);
    const columns = reader.columnNames().map((name, index) => ({ name, type: typeText(reader.columnType(index)) }));
    return { kind: 'result', columns, rows: reader.getRowsJson().map((row) => row.map(cellText)) };
  } catch (error) {
    return failed(failure ?? failureOfEngine(error));
  } finally {
    signal.removeEventListener('abort', interrupt);
    connection.closeSync();
    instance.closeSync();
  }
}

/** Values are bound, never written into the statement; types come from a closed list. */
function castOf(name: string, parameter: Parameter | undefined): string {
  const type = engineTypes[parameter?.type.toUpperCase() ?? ''];
  return type === undefined ? `$${name}::VARCHAR` : `CAST($${name} AS ${type})`;
}

/** The parameter types of the Statement Execution API that are not texts, as the engine calls them. */
const engineTypes: Readonly<Record<string, string>> = {
  INT: 'INTEGER',
  BIGINT: 'BIGINT',
  DOUBLE: 'DOUBLE',
  FLOAT: 'FLOAT',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
  TIMESTAMP: 'TIMESTAMP',
};

function cellText(value: Json): string | null {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function failed(failure: Failure): Outcome {
  return { kind: 'failure', failure };
}
