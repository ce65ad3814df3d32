import { type Static, type TProperties, Type } from 'typebox';

// Published: whoever reads claims of others relies on it. It grows only by optional keys; anything else raises the number.

const object = <Properties extends TProperties>(title: string, properties: Properties) =>
  Type.Object(properties, { additionalProperties: false, title });

const result = Type.Enum(['conformant', 'partial', 'failed', 'untested'], {
  description:
    'conformant: every MUST and SHOULD is proved. partial: none of the MUST is violated, and not all is proved. ' +
    'failed: a MUST is violated. untested: nothing of it is proved, and nothing violated.',
});
const summary = Type.String({ description: 'The result in a sentence.' });
const requirementId = Type.String({ pattern: '^[A-Z]+-[0-9]{2,}$' });
const level = Type.Enum(['MUST', 'SHOULD', 'OBSERVE']);
const reasons = Type.Array(Type.String(), { description: 'Why, the first few reasons.' });
const count = Type.Integer({ minimum: 0 });

const ClaimedRequirementSchema = object('a requirement that is not proved', {
  id: requirementId,
  level,
  because: reasons,
});

const PartlyProvedSchema = object('a requirement of which a part was skipped', {
  id: requirementId,
  skipped: Type.Integer({ minimum: 1, description: 'How many of its instances were skipped.' }),
  of: Type.Integer({ minimum: 2 }),
  because: reasons,
});

const ProfileSchema = object('what is claimed of one profile', {
  profile: Type.String(),
  result,
  summary,
  statistics: object('how many requirements of a profile are what', {
    must: object('of the MUST', { proved: count, violated: count, open: count }),
    should: object('of the SHOULD', { proved: count, 'not-met': count, open: count }),
    observe: object('of what is only observed', { observed: count, open: count }),
  }),
  proved: Type.Array(requirementId, { description: 'MUST and SHOULD that held wherever they were tried.' }),
  'skipped-in-part': Type.Optional(
    Type.Array(PartlyProvedSchema, { description: 'Of those that are proved, what was not tried everywhere.' }),
  ),
  failed: Type.Optional(Type.Array(ClaimedRequirementSchema, { description: 'MUST that were seen broken.' })),
  'not-met': Type.Optional(Type.Array(ClaimedRequirementSchema, { description: 'SHOULD that do not hold.' })),
  'not-exercised': Type.Optional(
    Type.Array(ClaimedRequirementSchema, { description: 'What has no answer: skipped, inconclusive, never tried.' }),
  ),
  observed: Type.Optional(Type.Array(requirementId, { description: 'What was recorded; there is nothing to hold.' })),
});

export const ClaimSchema = object('a claim of conformance', {
  claim: Type.Literal(1, { description: 'The version of this format.' }),
  result,
  summary,
  doubts: Type.Optional(
    Type.Array(Type.String(), { description: 'What of the run itself keeps every profile from being conformant.' }),
  ),
  date: Type.String({ description: 'When the run began; ISO 8601, UTC.' }),
  suite: Type.String(),
  specs: Type.String({ description: 'SHA-256 over the specs.' }),
  tool: object('what tested', { name: Type.String(), version: Type.String() }),
  target: object('what was tested', {
    name: Type.String(),
    'account-url': Type.Optional(Type.String()),
    workspaces: Type.Record(
      Type.String(),
      object('a workspace', { url: Type.String(), id: Type.Optional(Type.String()) }),
      { description: 'By role.' },
    ),
    models: Type.Record(Type.String(), Type.String(), { description: 'Fully qualified names, by role.' }),
    features: Type.Array(Type.String()),
  }),
  profiles: Type.Array(ProfileSchema),
});

export type Claim = Static<typeof ClaimSchema>;
export type ClaimedProfile = Static<typeof ProfileSchema>;
export type ClaimedRequirement = Static<typeof ClaimedRequirementSchema>;
export type ClaimResult = Claim['result'];
