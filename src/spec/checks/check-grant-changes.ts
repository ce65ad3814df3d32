import type { Problem } from '../../problem/index.js';
import { suggestion } from '../did-you-mean.js';
import { type SecurableKind, securableKinds } from '../schema/grant-schema.js';
import type { YamlPath } from '../yaml/yaml-source.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { type Part, partsOf } from './parts.js';

/** The innermost securable on which a privilege counts. */
const innermost: Readonly<Record<string, SecurableKind>> = {
  EXECUTE: 'service',
  'USE SCHEMA': 'schema',
  'USE CATALOG': 'catalog',
};

/** Grants are changed on scratch services only, by steps, one case at a time, and where the privilege has a meaning. */
export function checkGrantChanges(item: CaseUnderCheck): readonly Problem[] {
  const changing = partsOf(item).filter(({ template }) => changeIn(template) !== undefined);
  return [
    ...partsOf(item).flatMap((part) => changedOtherwise(item, part)),
    ...changing.flatMap((part) => [...wrongRoles(item, part), ...wrongPlaces(item, part), ...wrongKeys(item, part)]),
    ...(changing.length > 0 && item.template.serial !== undefined
      ? [misplaced(item, [...item.path, 'serial'], 'cases that change grants wait for each other already', 'remove it')]
      : []),
  ];
}

/** A raw request or a statement would change grants anywhere, and nobody would restore them. */
function changedOtherwise({ source }: CaseUnderCheck, { template: { request, sql }, path }: Part): Problem[] {
  const fix = 'write `grant:` or `revoke:`, which are';
  if (sql !== undefined && /^\s*(grant|revoke|deny)\b/i.test(sql.statement)) {
    const place = source.place([...path, 'sql', 'statement']);
    return [{ code: 'case.not-scratch', message: 'a statement that changes grants is not restored', place, fix }];
  }
  if (request === undefined || !/\/unity-catalog\/permissions\b/.test(request.path)) return [];
  const writes = request.method !== undefined && request.method !== 'GET';
  if (!writes && request.json === undefined && request.text === undefined) return [];
  const message = 'a request that changes grants is not restored';
  return [{ code: 'case.not-scratch', message, place: source.place([...path, 'request', 'path']), fix }];
}

function changeIn({ grant, revoke }: Part['template']) {
  if (grant !== undefined) return { verb: 'grant', party: 'to', whose: grant.to, change: grant } as const;
  if (revoke !== undefined) return { verb: 'revoke', party: 'from', whose: revoke.from, change: revoke } as const;
  return undefined;
}

function wrongRoles(item: CaseUnderCheck, { template, path }: Part): Problem[] {
  const found = changeIn(template);
  if (found === undefined) return [];
  const { verb, party, whose, change } = found;
  const { identities, models, scratch = [] } = item.vocabulary.roles;
  const identityAt = (word: string, key: string): Problem[] =>
    unknownRole(item, 'the role of an identity', word, Object.keys(identities), [...path, verb, key]);
  const onPath = [...path, verb, 'on'];
  const unknown = unknownRole(item, 'the role of a model service', change.on, Object.keys(models), onPath);
  const notScratch: Problem[] =
    unknown.length > 0 || scratch.includes(change.on)
      ? []
      : [
          {
            code: 'case.not-scratch',
            message: `${change.on} is not scratch: its grants are not the harness's to change`,
            place: item.source.place(onPath),
            fix:
              scratch.length === 0
                ? 'no role is marked as scratch in roles.yaml'
                : `write one of: ${scratch.join(', ')}`,
          },
        ];
  return [
    ...unknown,
    ...notScratch,
    ...identityAt(whose, party),
    ...(change.as === undefined ? [] : identityAt(change.as, 'as')),
  ];
}

/** USE CATALOG on a schema opens nothing, so a spec that writes it means something else. */
function wrongPlaces({ source }: CaseUnderCheck, { template, path }: Part): Problem[] {
  const found = changeIn(template);
  const at = found?.change.at;
  if (found === undefined || at === undefined) return [];
  return found.change.privileges
    .filter((privilege) => securableKinds.indexOf(at) < securableKinds.indexOf(innermost[privilege] ?? 'service'))
    .map((privilege) => ({
      code: 'schema.wrong-value',
      message: `${privilege} means nothing on a ${at}`,
      place: source.place([...path, found.verb, 'at']),
      fix: `write ${innermost[privilege]}, or leave \`at\` out`,
    }));
}

function wrongKeys(item: CaseUnderCheck, { template, path, kind }: Part): Problem[] {
  const verb = changeIn(template)?.verb ?? 'grant';
  if (kind === 'finally')
    return [misplaced(item, [...path, verb], 'what a case changes is restored without being asked', 'remove the step')];
  const keys = (['at-once', 'eventually'] as const).filter((key) => template[key] !== undefined);
  return keys.map((key) =>
    misplaced(item, [...path, key], `grants are changed once, without \`${key}\``, 'move it to the step that looks'),
  );
}

function unknownRole(
  { source }: CaseUnderCheck,
  what: string,
  word: string,
  known: readonly string[],
  path: YamlPath,
): Problem[] {
  if (known.includes(word)) return [];
  const fix = suggestion(word, known, `write one of: ${known.join(', ')}`);
  return [{ code: 'case.unknown-role', message: `${word} is not ${what}`, place: source.place(path), fix }];
}

function misplaced({ source }: CaseUnderCheck, path: YamlPath, message: string, fix: string): Problem {
  return { code: 'case.misplaced-key', message, place: source.place(path, 'key'), fix };
}
