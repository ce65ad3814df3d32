import type { Problem } from '../../problem/index.js';
import { suggestion } from '../did-you-mean.js';
import type { CaseUnderCheck } from './case-under-check.js';

/** What a case verifies stands in the catalogue, and is of one level: a verdict cannot be a failure and a warning at once. */
export function checkRequirements({ source, template, path, vocabulary }: CaseUnderCheck): readonly Problem[] {
  const { requirements } = vocabulary.catalogue;
  const list = Array.isArray(template.verifies);
  const ids = [template.verifies].flat() as string[];
  const placeOf = (index: number) => source.place([...path, 'verifies', ...(list ? [index] : [])]);
  const problems = ids.flatMap((id, index): Problem[] => {
    if (requirements.has(id)) return [];
    return [
      {
        code: 'case.unknown-requirement',
        message: `the requirement ${id} is not in the catalogue`,
        place: placeOf(index),
        fix: suggestion(id, requirements.keys(), 'add it to specs/requirements/, with its source'),
      },
    ];
  });
  const levels = ids.map((id) => requirements.get(id)?.level);
  const other = levels.findIndex((level) => level !== undefined && levels[0] !== undefined && level !== levels[0]);
  if (other > 0) {
    problems.push({
      code: 'case.mixed-levels',
      message: `${ids[0]} is ${levels[0]} and ${ids[other]} is ${levels[other]}: one case cannot verify both`,
      place: placeOf(other),
      fix: 'write two cases',
    });
  }
  return problems;
}
