import type { Place, Problem } from '../../problem/index.js';
import { suggestion } from '../did-you-mean.js';
import { referencesIn, textsOf } from '../references.js';
import { authSchemes, routes } from '../schema/call-schema.js';
import type { CaseUnderCheck } from './case-under-check.js';

/** Dimensions that set a field of every call, request and statement of the case, without being referred to. */
export const callDimensions = ['api', 'route', 'as', 'auth', 'workspace', 'stream', 'warehouse'] as const;

const closed: Readonly<Record<string, readonly string[]>> = {
  route: routes,
  auth: authSchemes,
  stream: ['true', 'false'],
};

type Values = NonNullable<CaseUnderCheck['template']['each']>[string];

/** The matrix: values that mean something, no two of one name, and dimensions that change something. */
export function checkDimensions(item: CaseUnderCheck): readonly Problem[] {
  return Object.entries(item.template.each ?? {}).flatMap(([name, values]) =>
    // The values of `grant` are not the spec's: checkGrant looks at it.
    name === 'grant'
      ? []
      : [...wrongValues(item, name, values), ...sameLabels(item, name, values), ...unused(item, name)],
  );
}

function wrongValues({ source, path, vocabulary }: CaseUnderCheck, name: string, values: Values): Problem[] {
  if (typeof values === 'string')
    return wrongGroup(name, values, Object.keys(vocabulary.apiGroups), source.place([...path, 'each', name]));
  const allowed = closed[name];
  if (allowed === undefined) return [];
  const entries = Array.isArray(values) ? [...values.entries()] : Object.entries(values);
  return entries
    .filter(([, value]) => !allowed.includes(String(value)))
    .map(([key, value]) => ({
      code: 'schema.wrong-value',
      message: `\`${String(value)}\` is not a value of ${name}`,
      place: source.place([...path, 'each', name, key]),
      fix: `write one of: ${allowed.join(', ')}`,
    }));
}

function wrongGroup(name: string, group: string, groups: readonly string[], place: Place): Problem[] {
  if (name === 'api' && groups.includes(group)) return [];
  const message = name === 'api' ? `${group} is not a group of APIs` : `the dimension ${name} has no values`;
  const fix = name === 'api' ? suggestion(group, groups, `write one of: ${groups.join(', ')}`) : 'write them as a list';
  return [{ code: 'schema.wrong-value', message, place, fix }];
}

/** Two instances of one id could not be told apart. The labels of a mapping are keys, of which YAML has no two. */
function sameLabels({ source, path }: CaseUnderCheck, name: string, values: Values): Problem[] {
  if (!Array.isArray(values)) return [];
  const seen = new Set<string>();
  return values.map(String).flatMap((label, index): Problem[] => {
    if (!seen.has(label)) {
      seen.add(label);
      return [];
    }
    const message = `\`${label}\` stands twice in the dimension ${name}`;
    return [
      {
        code: 'schema.wrong-value',
        message,
        place: source.place([...path, 'each', name, index]),
        fix: 'remove one of the two',
      },
    ];
  });
}

/** A dimension that changes nothing would run the same thing twice under two names. */
function unused({ source, template, path }: CaseUnderCheck, name: string): Problem[] {
  const applied = callDimensions.some((dimension) => dimension === name);
  const used = [...textsOf({ ...template, each: undefined })].some(({ text }) =>
    referencesIn(text).some(({ reference: [root, dimension] }) => root === 'each' && dimension === name),
  );
  if (applied || used) return [];
  const place = source.place([...path, 'each', name], 'key');
  const message = `the dimension ${name} changes nothing in ${template.id}`;
  return [{ code: 'case.unused-dimension', message, place, fix: `use it as \${each.${name}}, or remove it` }];
}
