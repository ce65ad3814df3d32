/**
 * What a run has shown about a requirement. In this order the first that applies to one of its instances wins, so that
 * a requirement is proved only when nothing speaks against it and nothing that was tried stayed without an answer.
 */
export const requirementStatuses = [
  'violated',
  'warned',
  'inconclusive',
  'proved',
  'observed',
  'skipped',
  'not exercised',
] as const;
export type RequirementStatus = (typeof requirementStatuses)[number];
