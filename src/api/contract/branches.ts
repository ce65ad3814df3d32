import type { ErrorObject } from 'ajv/dist/2020.js';

/** The keyword of an error of ours: none of the alternatives was even begun. */
export const noneBegun = 'none-begun';

interface Branch {
  readonly errors: readonly ErrorObject[];
  /** The key that tells this alternative, when it is missing. */
  readonly missing: string | undefined;
  readonly begun: boolean;
}

/**
 * The errors to show for an `anyOf` that failed. Takes those of its branches off the end of `before`.
 * A branch was meant when the body has the first key that the branch requires; of several, the one with the fewest errors.
 */
export function bestOfBranches(anyOf: ErrorObject, before: ErrorObject[]): readonly ErrorObject[] {
  const prefixes = (anyOf.schema as readonly { $ref?: string }[]).map(
    ({ $ref }, index) => `${$ref ?? `${anyOf.schemaPath}/${index}`}/`,
  );
  const belongs = (error: ErrorObject, prefix: string) => error.schemaPath.startsWith(prefix);
  const from = before.findLastIndex((error) => !prefixes.some((prefix) => belongs(error, prefix))) + 1;
  const own = before.splice(from);
  const branches = prefixes.map((prefix) =>
    readBranch(
      own.filter((error) => belongs(error, prefix)),
      anyOf.instancePath,
    ),
  );
  const [best] = branches.filter(({ begun }) => begun).sort((one, other) => one.errors.length - other.errors.length);
  if (best !== undefined) return best.errors;
  const missing = [...new Set(branches.flatMap((branch) => branch.missing ?? []))];
  return missing.length === 0
    ? (branches[0]?.errors ?? [anyOf])
    : [{ ...anyOf, keyword: noneBegun, params: { missing } }];
}

function readBranch(errors: readonly ErrorObject[], at: string): Branch {
  const atRoot = errors.filter(({ instancePath }) => instancePath === at);
  const missing = atRoot.find(
    ({ keyword, params, schema }) =>
      keyword === 'required' && params['missingProperty'] === (schema as readonly string[])[0],
  );
  const wrongKind = atRoot.some(({ keyword }) => keyword === 'type');
  return {
    errors,
    missing: missing?.params['missingProperty'],
    begun: missing === undefined && !wrongKind && errors.length > 0,
  };
}
