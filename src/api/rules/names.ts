/** Of the APIs that embed; on all others they say nothing. */
export const vectorRuleNames = [
  'vectors-counted',
  'vectors-indexed',
  'vectors-decoded',
  'vectors-alike',
  'vectors-not-zero',
  'vectors-as-asked',
] as const;

export type VectorRuleName = (typeof vectorRuleNames)[number];

/** Every rule that a spec may ask for. The same idea has the same name on each API. */
export const ruleNames = [
  'envelope-typed',
  'id-present',
  'model-named',
  'created-plausible',
  'role-assistant',
  'choices-indexed',
  'content-well-formed',
  'finish-reason-known',
  'finish-matches-tool-calls',
  'stop-sequence-named',
  'tool-calls-identified',
  'tool-arguments-object',
  'usage-reported',
  'usage-adds-up',
  ...vectorRuleNames,
] as const;

export type RuleName = (typeof ruleNames)[number];
