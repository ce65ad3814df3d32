import type { Library } from '../../src/spec/index.js';
import type { ContractSummary } from './contract.js';
import { type Dialect, pathsOf } from './dialects.js';
import { code, firstSentence, table } from './markdown.js';
import type { DialectRequirements } from './verification.js';

export interface DescribedDialect {
  readonly dialect: Dialect;
  readonly contract: ContractSummary;
  readonly requirements: DialectRequirements;
}

/** The page that leads to the others. */
export function overviewPage(described: readonly DescribedDialect[], { catalogue }: Library): string {
  const told = new Set(
    described
      .flatMap(({ requirements: { own, shared } }) => [...own, ...shared])
      .map(({ requirement }) => requirement.id),
  );
  return [
    '# The APIs',
    '',
    'What the gateway must do on each of its APIs, and how it is judged. These pages are made from the catalogue of requirements, the contracts, the',
    'rules and the specs: `npm run update` writes them anew.',
    '',
    ...table(
      ['API', 'path', 'what it is', 'contract', 'requirements', 'rules', 'stream rules'],
      described.map(({ dialect: { name, apis }, contract, requirements: { own, shared } }) => [
        `[${apis.map((api) => code(api.name)).join(', ')}](${name}.md)`,
        apis.flatMap(pathsOf).map(code).join('<br>'),
        firstSentence(contract.description),
        `[${apis[0].contractFile}](../../specs/contracts/${apis[0].contractFile})`,
        `${own.length} of its own, ${shared.length} shared`,
        String(apis[0].rules.length),
        String(Object.keys(apis[0].streamRules).length),
      ]),
    ),
    "A requirement is an API's own when the catalogue names the API as its area or profile, or when no case that verifies it is sent to another;",
    'it is shared when such cases are sent to several.',
    '',
    '## Requirements on none of these pages',
    '',
    'The catalogue names no API above for them, and no case that verifies them is sent to one.',
    '',
    ...table(
      ['area', 'requirements'],
      Object.entries(catalogue.areas).flatMap(([area, title]) => {
        const inArea = [...catalogue.requirements.values()].filter((requirement) => requirement.area === area);
        const ids = runs(inArea.map(({ id }) => (told.has(id) ? undefined : id)));
        return ids.length === 0 ? [] : [[title, ids.join(', ')]];
      }),
    ),
  ].join('\n');
}

/** Neighbours as one: `SQL-01 to SQL-19`. Undefined parts two runs. */
function runs(ids: readonly (string | undefined)[]): readonly string[] {
  const found: string[][] = [[]];
  for (const id of ids) {
    if (id === undefined) found.push([]);
    else found.at(-1)?.push(id);
  }
  return found
    .filter(({ length }) => length > 0)
    .map((run) => (run.length < 3 ? run.join(', ') : `${run[0]} to ${run.at(-1)}`));
}
