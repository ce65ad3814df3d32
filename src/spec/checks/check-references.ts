import type { Problem } from '../../problem/index.js';
import { keysOf, referencesIn, type TextInPlace, textsOf, type WrittenReference } from '../references.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { lookUpProblem } from './look-up-problem.js';

/** Every `${…}` can be looked up. */
export function checkReferences(item: CaseUnderCheck): readonly Problem[] {
  const inTexts = [...textsOf(item.template)].flatMap((text) =>
    referencesIn(text.text).flatMap((reference) => problemsOf(item, text, reference)),
  );
  return [...inTexts, ...checkKeys(item)];
}

function problemsOf(
  { source, template, path, vocabulary }: CaseUnderCheck,
  { path: inside }: TextInPlace,
  { reference, written, malformed }: WrittenReference,
): Problem[] {
  const place = source.place([...path, ...inside]);
  if (malformed) {
    return [
      {
        code: 'reference.malformed',
        message: `\`${written}\` is not a look-up`,
        place,
        fix: 'write a dotted name such as ${models.system}; for the characters themselves write $${',
      },
    ];
  }
  const inMatrix = inside[0] === 'each';
  if (inMatrix && reference[0] === 'captures') {
    const message = `\`${written}\` is not defined: the matrix is known before anything is captured`;
    return [{ code: 'reference.undefined', message, place, fix: 'use the capture in a step' }];
  }
  // One dimension cannot refer to another, but for what depends on the API.
  const dimensions = Object.keys(template.each ?? {}).filter((name) => !inMatrix || name === 'api');
  const problem = lookUpProblem(reference, vocabulary.roles, dimensions);
  return problem === undefined ? [] : [{ code: 'reference.undefined', place, ...problem }];
}

/** Only values are looked up: a key would be sent, or searched for, as it is written. */
function checkKeys({ source, template, path }: CaseUnderCheck): Problem[] {
  return [...keysOf(template)].flatMap(({ text, path: inside }) =>
    referencesIn(text).map(({ written }) => ({
      code: 'reference.malformed',
      message: `\`${written}\` stands in a key, where nothing is looked up`,
      place: source.place([...path, ...inside], 'key'),
      fix: 'use it in a value',
    })),
  );
}
