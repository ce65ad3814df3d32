import type { GatewayError } from './gateway-error.js';

/** The privileges that a query of a model service needs. */
export type NamedPrivilege = 'EXECUTE' | 'USE CATALOG' | 'USE SCHEMA';

// In capitals only: "failed to execute" names nothing. Both spellings occur, with a space and with an underscore.
const spellings: Readonly<Record<NamedPrivilege, RegExp>> = {
  EXECUTE: /\bEXECUTE\b/,
  'USE CATALOG': /\bUSE[ _]CATALOG\b/,
  'USE SCHEMA': /\bUSE[ _]SCHEMA\b/,
};

/** The privilege that an error says is missing. Undefined when it names none, or several: then it does not say which. */
export function namesPrivilege(error: GatewayError): NamedPrivilege | undefined {
  const message = 'message' in error ? (error.message ?? '') : '';
  const names = (Object.keys(spellings) as NamedPrivilege[]).filter((name) => spellings[name].test(message));
  return names.length === 1 ? names[0] : undefined;
}
