/** Why a statement failed, in the terms of the Statement Execution API. */
export interface Failure {
  /** The `error_code`, such as `BAD_REQUEST`. */
  readonly code: string;
  readonly message: string;
  readonly sqlState: string;
}

/** The class begins the message and the SQLSTATE ends it, as Databricks writes them (databricks-demos/dbdemos#220). */
export function failureOf(kind: string, sqlState: string, message: string, code = 'BAD_REQUEST'): Failure {
  return { code, message: `[${kind}] ${message} SQLSTATE: ${sqlState}`, sqlState };
}

/** What the engine says, in the error classes of Databricks. */
export function failureOfEngine(error: unknown): Failure {
  const said = error instanceof Error ? error.message : String(error);
  const [first = said] = said.split('\n');
  const known = classes.find(({ says }) => said.startsWith(says) || said.includes(`: ${says}`));
  return known === undefined
    ? failureOf('UNSUPPORTED_FEATURE', '0A000', `The simulated warehouse cannot run this: ${first}.`)
    : failureOf(known.kind, known.sqlState, `${first}.`);
}

const classes = [
  { says: 'Parser Error', kind: 'PARSE_SYNTAX_ERROR', sqlState: '42601' },
  { says: 'Catalog Error: Table', kind: 'TABLE_OR_VIEW_NOT_FOUND', sqlState: '42P01' },
  { says: 'Catalog Error: Scalar Function', kind: 'UNRESOLVED_ROUTINE', sqlState: '42883' },
  { says: 'Binder Error: Macro', kind: 'WRONG_NUM_ARGS', sqlState: '42605' },
  { says: 'Binder Error: Referenced column', kind: 'UNRESOLVED_COLUMN', sqlState: '42703' },
  { says: 'Conversion Error', kind: 'CAST_INVALID_INPUT', sqlState: '22018' },
  { says: 'Permission Error', kind: 'INSUFFICIENT_PERMISSIONS', sqlState: '42501' },
] as const;
