import type { DuckDBConnection, DuckDBScalarFunction, DuckDBType } from '@duckdb/node-api';
import type { ModelAnswer, ModelQuestion } from './ask-model.js';
import { type Failure, failureOf } from './failure.js';

export interface AiQuery {
  ask(question: ModelQuestion): ModelAnswer;
  /** Set where the warehouse does not have the function. */
  readonly unsupported?: Failure;
}

/**
 * `ai_query` in the engine: macros give it the named and optional arguments of Databricks, and functions of ours answer.
 * The type of a call depends on `failOnError`, so there is one macro for calls with it and one for those without.
 */
export async function defineAiQuery(
  connection: DuckDBConnection,
  engine: Pick<typeof import('@duckdb/node-api'), 'DuckDBScalarFunction' | 'VARCHAR'>,
  aiQuery: AiQuery,
  onFailure: (failure: Failure) => void,
): Promise<void> {
  const register = (name: string, answer: (...values: Cell[]) => Cell | Failure) =>
    connection.registerScalarFunction(textFunction(engine, name, answer, onFailure));
  register('ai_query_text', (...values) => textOf(aiQuery, values));
  register('ai_query_row', (...values) => rowOf(aiQuery, values));
  await connection.run(`
    CREATE MACRO ai_query
      (endpoint, request, ${optional}) AS ai_query_text(endpoint, request, ${passedOn}, 'true'),
      (endpoint, request, failOnError, ${optional}) AS json_transform(
        ai_query_row(endpoint, request, ${passedOn}, failOnError::VARCHAR),
        '{"result": "VARCHAR", "errorMessage": "VARCHAR"}')`);
  // A structure whose fields are named by strings; it is only ever handed on as model parameters.
  await connection.run(`
    CREATE MACRO named_struct
      (n1, v1) AS map([n1], [to_json(v1)]),
      (n1, v1, n2, v2) AS map([n1, n2], [to_json(v1), to_json(v2)]),
      (n1, v1, n2, v2, n3, v3) AS map([n1, n2, n3], [to_json(v1), to_json(v2), to_json(v3)])`);
}

type Cell = string | null;

const optional = 'returnType := NULL, modelParameters := NULL, responseFormat := NULL, files := NULL';
const passedOn = 'to_json(modelParameters)::VARCHAR, responseFormat, returnType::VARCHAR, files::VARCHAR';
const parameterCount = 7;

function textOf(aiQuery: AiQuery, values: readonly Cell[]): Cell | Failure {
  const wrong = wrongCall(aiQuery, values);
  if (wrong !== undefined) return wrong;
  const answer = answerTo(aiQuery, values);
  return answer?.kind === 'failure' ? answer.failure : (answer?.text ?? null);
}

function rowOf(aiQuery: AiQuery, values: readonly Cell[]): string | Failure {
  const wrong = wrongCall(aiQuery, values);
  if (wrong !== undefined) return wrong;
  if (values[parameterCount - 1] !== 'false')
    return notSimulated('read failOnError => true: leave it out, which means the same');
  const answer = answerTo(aiQuery, values);
  return JSON.stringify({
    result: answer?.kind === 'text' ? answer.text : null,
    errorMessage: answer?.kind === 'failure' ? answer.failure.message : null,
  });
}

/** Why a call fails whatever `failOnError` says: it is not about the answer of a model. */
function wrongCall({ unsupported }: AiQuery, values: readonly Cell[]): Failure | undefined {
  const [, , , , returnType, files] = values;
  if (unsupported !== undefined) return unsupported;
  if (files) return notSimulated('give files to a model');
  if (returnType && returnType.toUpperCase() !== 'STRING') return notSimulated(`convert answers into ${returnType}`);
  return undefined;
}

function answerTo(aiQuery: AiQuery, values: readonly Cell[]): ModelAnswer | undefined {
  const [endpoint, request, modelParameters, responseFormat] = values;
  if (endpoint == null || request == null) return undefined;
  return aiQuery.ask({
    endpoint,
    request,
    ...(modelParameters == null ? {} : { modelParameters }),
    ...(responseFormat == null ? {} : { responseFormat }),
  });
}

function notSimulated(what: string): Failure {
  return failureOf('UNSUPPORTED_FEATURE', '0A000', `The simulated account does not ${what}.`);
}

/** A function of texts, called row by row, also with NULL. */
function textFunction(
  {
    DuckDBScalarFunction: scalarFunction,
    VARCHAR,
  }: Pick<typeof import('@duckdb/node-api'), 'DuckDBScalarFunction' | 'VARCHAR'>,
  name: string,
  answer: (...values: Cell[]) => Cell | Failure,
  onFailure: (failure: Failure) => void,
): DuckDBScalarFunction {
  const parameterTypes: DuckDBType[] = Array.from({ length: parameterCount }, () => VARCHAR);
  return scalarFunction.create({
    name,
    parameterTypes,
    returnType: VARCHAR,
    specialHandling: true,
    volatile: true,
    mainFunction(info, input, output) {
      const fail = (failure: Failure) => {
        onFailure(failure);
        info.setError(failure.message);
      };
      const columns = parameterTypes.map((_, index) => input.getColumnVector(index));
      for (let row = 0; row < input.rowCount; row += 1) {
        const value = answer(...columns.map((column) => column.getItem(row) as Cell));
        if (typeof value === 'object' && value !== null) return fail(value);
        output.setItem(row, value);
      }
      output.flush();
    },
  });
}
