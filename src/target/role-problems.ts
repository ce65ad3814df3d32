import type { Problem } from '../problem/index.js';
import type { Roles, YamlPath, YamlSource } from '../spec/index.js';
import type { TargetDocument } from './target-schema.js';
import { unknownWord } from './vocabulary.js';

/** Every word of the file that had to be a role and is not, and expectations of services that the file does not name. */
export function roleProblems(source: YamlSource, document: TargetDocument, roles: Roles): readonly Problem[] {
  const models = Object.keys(roles.models);
  return [
    ...unknownKeys(
      source,
      ['workspaces'],
      document.workspaces ?? {},
      'a role of a workspace',
      Object.keys(roles.workspaces),
    ),
    ...unknownKeys(source, ['models'], document.models, 'a role of a model service', models),
    ...unknownKeys(source, ['identities'], document.identities, 'a role of an identity', Object.keys(roles.identities)),
    ...unknownKeys(
      source,
      ['warehouses'],
      document.warehouses,
      'a role of a SQL warehouse',
      Object.keys(roles.warehouses),
    ),
    ...Object.entries(document.identities).flatMap(([role, { expects }]) => [
      ...unknownKeys(source, ['identities', role, 'expects'], expects, 'a role of a model service', models),
      ...expectationsWithoutModel(source, role, Object.keys(expects ?? {}), document, models),
    ]),
    ...(document.features ?? []).flatMap((word, index) =>
      unknownWord({
        code: 'target.unknown-role',
        word,
        kind: 'a feature',
        known: Object.keys(roles.features),
        place: source.place(['features', index]),
      }),
    ),
  ];
}

function unknownKeys(
  source: YamlSource,
  path: YamlPath,
  mapping: object | undefined,
  kind: string,
  known: readonly string[],
): readonly Problem[] {
  return Object.keys(mapping ?? {}).flatMap((word) =>
    unknownWord({ code: 'target.unknown-role', word, kind, known, place: source.place([...path, word], 'key') }),
  );
}

/** An expectation of a service that is not there would never be examined. */
function expectationsWithoutModel(
  source: YamlSource,
  role: string,
  expected: readonly string[],
  document: TargetDocument,
  known: readonly string[],
): readonly Problem[] {
  return expected
    .filter((model) => known.includes(model) && !Object.hasOwn(document.models ?? {}, model))
    .map((model) => ({
      code: 'target.expectation-without-model',
      message: `identity ${role} is expected to hold something for model service ${model}, which the file does not name`,
      place: source.place(['identities', role, 'expects', model], 'key'),
      fix: `add \`${model}\` to \`models\`, or remove the expectation`,
    }));
}
