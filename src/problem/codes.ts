import { type ExitCode, exitCodes } from './exit-codes.js';

const { inputWrong, targetUntestable } = exitCodes;

/**
 * Every problem that the harness can report to its user, with the exit code that it causes.
 * The part before the dot says where it comes from. Each code has a golden message in a test.
 */
export const problemCodes = {
  'file.unreadable': inputWrong,
  'file.not-utf8': inputWrong,
  'yaml.syntax': inputWrong,
  'yaml.alias-bomb': inputWrong,
  'yaml.multiple-documents': inputWrong,

  'schema.unknown-key': inputWrong,
  'schema.missing-key': inputWrong,
  'schema.wrong-type': inputWrong,
  'schema.wrong-value': inputWrong,

  'target.not-found': inputWrong,
  'target.secret-in-file': inputWrong,
  'target.unknown-role': inputWrong,
  'target.variable-missing': targetUntestable,
  'target.profile-missing': targetUntestable,
  'target.profile-incomplete': targetUntestable,
  'target.no-workspace': targetUntestable,
  'target.unreachable': targetUntestable,
  'target.tls': targetUntestable,
  'target.credential-refused': targetUntestable,
  'target.other-workspace': targetUntestable,
} as const satisfies Record<string, ExitCode>;

export type ProblemCode = keyof typeof problemCodes;
