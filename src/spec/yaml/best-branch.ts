import type { ErrorObject } from 'ajv/dist/2020.js';

/**
 * A value that fits no branch of an `anyOf` makes Ajv report every branch.
 * Keeps the errors of the branch that the user most likely meant: the one whose type fits and which fails least.
 * Inner unions are settled before the outer ones that contain them.
 */
export function keepBestBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = errors
    .filter(({ keyword }) => keyword === 'anyOf')
    .sort((a, b) => b.schemaPath.length - a.schemaPath.length);
  let kept = [...errors];
  for (const union of unions) {
    if (!kept.includes(union)) continue;
    const inside = kept.filter((error) => error !== union && isInside(error, union));
    const branches = groupBy(inside, (error) => branchOf(error, union));
    const fitting = [...branches.values()].filter((branch) => !branch.some((error) => failsAtRoot(error, union)));
    const best = fitting.sort((a, b) => depthFirst(a, b, union))[0];
    kept = kept.filter((error) => !inside.includes(error) || best?.includes(error));
    if (best !== undefined) kept = kept.filter((error) => error !== union);
  }
  return kept;
}

/** Deeper errors mean that more of the branch fitted; fewer errors mean the same. */
function depthFirst(a: readonly ErrorObject[], b: readonly ErrorObject[], union: ErrorObject): number {
  const unknown = (branch: readonly ErrorObject[]) =>
    branch.filter(
      ({ keyword, instancePath }) => keyword === 'additionalProperties' && instancePath === union.instancePath,
    ).length;
  return unknown(a) - unknown(b) || a.length - b.length;
}

function isInside(error: ErrorObject, union: ErrorObject): boolean {
  return error.schemaPath.startsWith(`${union.schemaPath}/`) && error.instancePath.startsWith(union.instancePath);
}

function branchOf(error: ErrorObject, union: ErrorObject): string {
  return error.schemaPath.slice(union.schemaPath.length + 1).split('/')[0] ?? '';
}

/** The branch is of another kind altogether: another type, or another constant. */
function failsAtRoot(error: ErrorObject, union: ErrorObject): boolean {
  return (
    error.instancePath === union.instancePath && ['type', 'const', 'enum', 'pattern', 'anyOf'].includes(error.keyword)
  );
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
