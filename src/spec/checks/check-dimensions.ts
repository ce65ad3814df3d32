import type { Problem } from '../../problem/index.js';
import { referencesIn, textsOf } from '../references.js';
import { authSchemes, routes } from '../schema/call-schema.js';
import type { CaseUnderCheck } from './check-case.js';

/** Dimensions that set a field of every call and request of the case, without being referred to. */
export const callDimensions = ['api', 'route', 'as', 'auth', 'workspace'] as const;

const closed: Readonly<Record<string, readonly string[]>> = { route: routes, auth: authSchemes };

/** A dimension that changes nothing would run the same thing twice under two names. */
export function checkDimensions({ source, template, path }: CaseUnderCheck): readonly Problem[] {
  const used = new Set(
    [...textsOf({ ...template, each: undefined })]
      .flatMap(({ text }) => referencesIn(text))
      .map(({ reference }) => reference.join('.')),
  );
  return Object.entries(template.each ?? {}).flatMap(([name, values]): Problem[] => {
    const at = [...path, 'each', name];
    const allowed = closed[name];
    if (allowed !== undefined) {
      const entries = Array.isArray(values)
        ? values.map((value, index) => [index, value] as const)
        : Object.entries(values);
      return entries
        .filter(([, value]) => !allowed.includes(String(value)))
        .map(([key, value]) => ({
          code: 'schema.wrong-value',
          message: `\`${String(value)}\` is not a value of ${name}`,
          place: source.place([...at, key]),
          fix: `write one of: ${allowed.join(', ')}`,
        }));
    }
    if (callDimensions.some((dimension) => dimension === name) || used.has(`each.${name}`)) return [];
    return [
      {
        code: 'case.unused-dimension',
        message: `the dimension ${name} changes nothing in ${template.id}`,
        place: source.place(at, 'key'),
        fix: `use it as \${each.${name}}, or remove it`,
      },
    ];
  });
}
