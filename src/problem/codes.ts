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

  'requirement.duplicate': inputWrong,
  'case.duplicate-id': inputWrong,
  'case.no-action': inputWrong,
  'case.several-actions': inputWrong,
  'case.asserts-nothing': inputWrong,
  'case.unknown-requirement': inputWrong,
  'case.mixed-levels': inputWrong,
  'case.wrong-judgement': inputWrong,
  'case.unused-dimension': inputWrong,
  'case.unknown-role': inputWrong,
  'case.unknown-api': inputWrong,
  'case.unknown-rule': inputWrong,
  'case.misplaced-key': inputWrong,
  'case.not-scratch': inputWrong,
  'reference.malformed': inputWrong,
  'reference.undefined': inputWrong,
  'capture.unknown': inputWrong,
  'capture.too-early': inputWrong,
  'matcher.malformed': inputWrong,
  'jsonpath.malformed': inputWrong,
  'suite.unknown-requirement': inputWrong,
  'suite.not-found': inputWrong,
  'fault.not-found': inputWrong,
  'changes.unknown': inputWrong,
  'suite.selects-nothing': inputWrong,

  'shard.malformed': inputWrong,
  'shard.unclear': inputWrong,
  'shard.limit-too-small': inputWrong,

  'target.secret-in-file': inputWrong,
  'target.unknown-role': inputWrong,
  'target.unknown-api': inputWrong,
  'target.bad-url': inputWrong,
  'target.bad-workspace-id': inputWrong,
  'target.bad-model-name': inputWrong,
  'target.bad-limit': inputWrong,
  'target.same-workspace': inputWrong,
  'target.expectation-without-model': inputWrong,
  'target.credential-unclear': inputWrong,
  'target.credential-malformed': targetUntestable,
  'target.credential-unsupported': targetUntestable,
  'target.profile-other-host': inputWrong,
  'harness.defect': targetUntestable,

  'target.variable-missing': targetUntestable,
  'target.profile-missing': targetUntestable,
  'target.profile-incomplete': targetUntestable,
  'target.no-workspace': targetUntestable,
  'target.unreachable': targetUntestable,
  'target.tls': targetUntestable,
  'target.credential-refused': targetUntestable,
  'target.token-unavailable': targetUntestable,
  'target.other-workspace': targetUntestable,
  'target.no-listing': targetUntestable,
  'target.unwritable': inputWrong,

  'init.ci-unwritable': inputWrong,

  'grants.not-restored': targetUntestable,
  'grants.record-unreadable': targetUntestable,
  'grants.under-way': targetUntestable,
  'grants.no-admin': inputWrong,
  'grants.unreadable': targetUntestable,
  'grants.nothing-to-import': targetUntestable,
  'grants.unwritable': inputWrong,

  'journal.unreadable': inputWrong,
  'journal.unwritable': inputWrong,
  'journal.syntax': inputWrong,
  'journal.unknown-event': inputWrong,
  'journal.wrong-shape': inputWrong,
  'journal.newer-version': inputWrong,
  'journal.inconsistent': inputWrong,
  'kill-matrix.unreadable': inputWrong,
  'kill-matrix.wrong-shape': inputWrong,
  'report.unwritable': inputWrong,
  'report.not-built': inputWrong,

  'baseline.unreadable': inputWrong,
  'baseline.unwritable': inputWrong,
  'baseline.syntax': inputWrong,
  'baseline.wrong-shape': inputWrong,
  'baseline.newer-version': inputWrong,
  'baseline.incomplete': inputWrong,
  'known-failures.no-such-day': inputWrong,
  'known-failures.twice': inputWrong,
  'known-failures.overlap': inputWrong,

  'mock.port-unavailable': inputWrong,
  'mock.no-sql-engine': inputWrong,
} as const satisfies Record<string, ExitCode>;

export type ProblemCode = keyof typeof problemCodes;
