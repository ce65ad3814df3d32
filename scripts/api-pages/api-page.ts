import type { Api } from '../../src/api/index.js';
import type { Catalogue } from '../../src/spec/index.js';
import type { ContractSummary } from './contract.js';
import type { ContractField } from './contract-fields.js';
import { type Dialect, pathsOf } from './dialects.js';
import { code, counted, table } from './markdown.js';
import type { DialectRequirements, Verification } from './verification.js';

/** The page of one dialect. */
export function apiPage(
  { apis }: Dialect,
  contract: ContractSummary,
  { own, shared }: DialectRequirements,
  { areas }: Catalogue,
): string {
  const [api] = apis;
  return [
    `# ${contract.title}`,
    '',
    contract.description,
    '',
    ...table(
      ['API', 'path', 'in `supported_api_types`'],
      apis.map((each) => [code(each.name), pathsOf(each).map(code).join('<br>'), code(each.apiType)]),
    ),
    '## Requirements',
    '',
    ...table(
      ['id', 'level', 'what holds', 'source', 'verified by'],
      own.map(({ requirement: { id, level, statement, source }, cases }) => [
        id,
        level,
        statement,
        `${source.kind}: ${source.address}`,
        verifiedBy(cases),
      ]),
    ),
    ...(shared.length === 0
      ? []
      : ['Those that [other APIs share](#requirements-that-other-apis-share) stand at the end of this page.', '']),
    '## Contract',
    '',
    `In short; [${api.contractFile}](../../specs/contracts/${api.contractFile}) is what requests and answers are held against.`,
    '',
    '### Request',
    '',
    ...fields(contract.request),
    '### Answer',
    '',
    ...fields(contract.success),
    '## Rules',
    '',
    ...rules(api.rules),
    ...inapplicable(api.inapplicableRules),
    '## Grammar of its stream',
    '',
    ...grammar(api),
    ...sharedSections(shared, areas),
  ].join('\n');
}

function fields(described: readonly ContractField[]): readonly string[] {
  return table(
    ['field', 'type', 'required', ''],
    described.map(({ path, type, required, note }) => [code(path), type, required ? 'yes' : '', note]),
  );
}

function rules(applicable: Api['rules']): readonly string[] {
  const [first] = applicable;
  if (first === undefined) return [];
  return [
    `What a schema cannot say of an answer. A spec asks for a rule by name, \`expect: { rules: [${first.name}] }\`, and the level of its requirement says what a violation weighs.`,
    '',
    ...table(
      ['rule', 'what holds'],
      applicable.map(({ name, statement }) => [code(name), statement]),
    ),
  ];
}

function inapplicable(rules: Api['inapplicableRules']): readonly string[] {
  if (rules.length === 0) return [];
  return [
    'These say nothing about this API:',
    '',
    ...rules.map(({ name, reason }) => `- ${code(name)}: ${reason}`),
    '',
  ];
}

function grammar(api: Api): readonly string[] {
  const [first] = Object.keys(api.streamRules);
  if (first === undefined) return ['It has no streams.', ''];
  return [
    `A streamed completion breaks no rule that is a MUST here. A spec asks for single rules by name, \`expect: { stream: [${first}] }\`, and the level of its requirement says what a violation weighs.`,
    '',
    ...table(
      ['rule', 'level', 'what holds'],
      Object.entries(api.streamRules).map(([name, { level, statement }]) => [code(name), level, statement]),
    ),
  ];
}

function sharedSections(shared: readonly Verification[], areas: Catalogue['areas']): readonly string[] {
  if (shared.length === 0) return [];
  const sections = Object.entries(areas).flatMap(([area, title]) => {
    const rows = shared
      .filter(({ requirement }) => requirement.area === area)
      .map(({ requirement: { id, level, statement }, cases }) => [id, level, statement, verifiedBy(cases)]);
    return rows.length === 0 ? [] : [`### ${title}`, '', ...table(['id', 'level', 'what holds', 'verified by'], rows)];
  });
  return [
    '## Requirements that other APIs share',
    '',
    'The cases are those that are sent to this API.',
    '',
    ...sections,
  ];
}

function verifiedBy(cases: ReadonlySet<string>): string {
  return cases.size === 0 ? 'not verified' : counted(cases.size, 'case');
}
