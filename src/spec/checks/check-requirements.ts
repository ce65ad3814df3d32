import { isJsonObject } from '../../json/index.js';
import type { Problem } from '../../problem/index.js';
import { suggestion } from '../did-you-mean.js';
import { keyOfApi, requirementsIn } from '../verifies.js';
import type { CaseUnderCheck } from './case-under-check.js';

/** What a case verifies stands in the catalogue, and is of one level: a verdict cannot be a failure and a warning at once. */
export function checkRequirements(item: CaseUnderCheck): readonly Problem[] {
  const { source, template, path, vocabulary } = item;
  const { requirements } = vocabulary.catalogue;
  const named = requirementsIn(template.verifies);
  const placeOf = (inside: (typeof named)[number]) => source.place([...path, 'verifies', ...inside.path]);
  const problems = named.flatMap((one): Problem[] => {
    if (requirements.has(one.id)) return [];
    return [
      {
        code: 'case.unknown-requirement',
        message: `the requirement ${one.id} is not in the catalogue`,
        place: placeOf(one),
        fix: suggestion(one.id, requirements.keys(), 'add it to specs/requirements/, with its source'),
      },
    ];
  });
  const levels = named.map(({ id }) => requirements.get(id)?.level);
  const [first] = named;
  const other = named.find(
    (_, index) => levels[index] !== undefined && levels[0] !== undefined && levels[index] !== levels[0],
  );
  if (first !== undefined && other !== undefined) {
    problems.push({
      code: 'case.mixed-levels',
      message: `${first.id} is ${levels[0]} and ${other.id} is ${levels[named.indexOf(other)]}: one case cannot verify both`,
      place: placeOf(other),
      fix: 'write two cases',
    });
  }
  return [...problems, ...checkApis(item)];
}

/** Requirements by API: the matrix binds every API that is named, and every API that it binds has some. */
function checkApis({ source, template, path, vocabulary }: CaseUnderCheck): Problem[] {
  const { verifies } = template;
  if (!isJsonObject(verifies)) return [];
  const bound = template.each?.['api'];
  const apis =
    typeof bound === 'string'
      ? (vocabulary.apiGroups[bound] ?? [])
      : Array.isArray(bound)
        ? bound.map(String)
        : Object.keys(bound ?? {});
  const keys = Object.keys(verifies);
  const used = apis.map((api) => keyOfApi(api, keys));
  const bare = apis.find((_, index) => used[index] === undefined);
  const idle = keys.find((key) => !used.includes(key));
  if (bare !== undefined) {
    const message = `the case ${template.id} verifies nothing on the API ${bare}`;
    const place = source.place([...path, 'verifies'], 'key');
    return [{ code: 'schema.missing-key', message, place, fix: `add \`${bare}:\` with its requirement` }];
  }
  if (idle === undefined) return [];
  const message = `the case ${template.id} does not run on the API ${idle}`;
  const place = source.place([...path, 'verifies', idle], 'key');
  return [
    { code: 'schema.wrong-value', message, place, fix: 'bind the API with `each: { api: … }`, or remove it here' },
  ];
}
