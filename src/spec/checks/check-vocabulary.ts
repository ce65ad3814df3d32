import type { Place, Problem } from '../../problem/index.js';
import { suggestion } from '../did-you-mean.js';
import type { YamlPath } from '../yaml/yaml-source.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { partsOf } from './parts.js';
import { type Named, rulesNamed } from './rules-named.js';

/** Roles, features, APIs and rules are closed vocabularies, so that a misspelt one is not a skip. */
export function checkVocabulary(item: CaseUnderCheck): readonly Problem[] {
  const { apis, rules, streamRules } = item.vocabulary;
  const needs = [
    { needs: item.spec.needs, path: ['needs'] as YamlPath },
    { needs: item.template.needs, path: [...item.path, 'needs'] },
  ];
  const kinds = ['features', 'workspaces', 'models', 'identities', 'warehouses'] as const;
  const needed = needs.flatMap(({ needs: named, path }) =>
    kinds.flatMap((kind) => (named?.[kind] ?? []).map((word, index) => ({ kind, word, path: [...path, kind, index] }))),
  );
  return [
    ...needed.flatMap(({ kind, word, path }) => unknownRole(item, kind, word, item.source.place(path))),
    ...senderField(item, 'as').flatMap(({ word, path }) =>
      unknownRole(item, 'identities', word, item.source.place(path)),
    ),
    ...senderField(item, 'workspace').flatMap(({ word, path }) =>
      unknownRole(item, 'workspaces', word, item.source.place(path)),
    ),
    ...senderField(item, 'warehouse').flatMap(({ word, path }) =>
      unknownRole(item, 'warehouses', word, item.source.place(path)),
    ),
    ...senderField(item, 'api').flatMap(({ word, path }) =>
      unknown('case.unknown-api', `${word} is not an API`, word, apis, item.source.place(path)),
    ),
    ...rulesNamed(item, 'rules').flatMap(({ word, path }) =>
      unknown('case.unknown-rule', `${word} is not a rule of any API`, word, rules, item.source.place(path)),
    ),
    ...rulesNamed(item, 'stream').flatMap(({ word, path }) =>
      unknown('case.unknown-rule', `${word} is not a rule of any stream`, word, streamRules, item.source.place(path)),
    ),
    ...undetermined(item),
  ];
}

/** A field of every call, request and statement, or the dimension of that name. */
function senderField(item: CaseUnderCheck, field: 'as' | 'workspace' | 'api' | 'warehouse'): Named[] {
  const written = partsOf(item).flatMap(({ template, path }) =>
    (['call', 'request', 'sql'] as const).flatMap((kind): Named[] => {
      const word = (template[kind] as Record<string, unknown> | undefined)?.[field];
      return typeof word === 'string' ? [{ word, path: [...path, kind, field] }] : [];
    }),
  );
  const dimension = item.template.each?.[field];
  // A group is checked with the dimensions.
  if (typeof dimension === 'string') return written;
  const entries = Array.isArray(dimension)
    ? dimension.map((value, index) => [index, value] as const)
    : Object.entries(dimension ?? {});
  return [
    ...written,
    ...entries.map(([key, value]) => ({ word: String(value), path: [...item.path, 'each', field, key] })),
  ];
}

/** A call has to say which API it is on. */
function undetermined(item: CaseUnderCheck): Problem[] {
  if (item.template.each?.['api'] !== undefined) return [];
  return partsOf(item)
    .filter(({ template }) => template.call !== undefined && template.call.api === undefined)
    .map(({ path }) => ({
      code: 'schema.missing-key',
      message: 'the call does not say on which API it is made',
      place: item.source.place([...path, 'call'], 'key'),
      fix: `add \`api:\` to the call, or \`each: { api: [${item.vocabulary.apis.join(', ')}] }\` to the case`,
    }));
}

function unknownRole(
  item: CaseUnderCheck,
  kind: 'features' | 'workspaces' | 'models' | 'identities' | 'warehouses',
  word: string,
  place: Place,
): Problem[] {
  const singular = {
    features: 'a feature',
    workspaces: 'the role of a workspace',
    models: 'the role of a model service',
    identities: 'the role of an identity',
    warehouses: 'the role of a SQL warehouse',
  }[kind];
  return unknown(
    'case.unknown-role',
    `${word} is not ${singular}`,
    word,
    Object.keys(item.vocabulary.roles[kind]),
    place,
  );
}

function unknown(
  code: Problem['code'],
  message: string,
  word: string,
  known: readonly string[],
  place: Place,
): Problem[] {
  if (known.includes(word)) return [];
  return [
    {
      code,
      message,
      place,
      fix: suggestion(word, known, `write one of: ${known.join(', ')}`),
    },
  ];
}
