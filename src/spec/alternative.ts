import type { Checks } from './schema/expect-schema.js';

type Members = Readonly<Record<string, unknown>>;

/** The checks whose members can be told apart, so that some may stand beside `any` and some in it. */
const withMembers = ['headers', 'body'] as const satisfies readonly (keyof Checks)[];

/** An alternative together with what stands beside it: all of both has to hold. */
export function joinAlternative(shared: Checks, alternative: Checks): Checks {
  const joined = withMembers.flatMap((key) => {
    const [one, other] = [membersOf(shared[key]), membersOf(alternative[key])];
    return one === undefined || other === undefined ? [] : [[key, { ...one, ...other }] as const];
  });
  return { ...shared, ...alternative, ...Object.fromEntries(joined) };
}

/** What stands both beside an alternative and in it, so that only one of the two could count. */
export function overlapOf(shared: Members, alternative: Members): readonly (readonly string[])[] {
  return Object.keys(alternative)
    .filter((key) => key in shared)
    .flatMap((key) => {
      const isJoined = withMembers.some((known) => known === key);
      const [one, other] = [membersOf(shared[key]), membersOf(alternative[key])];
      if (!isJoined || one === undefined || other === undefined) return [[key]];
      return Object.keys(other)
        .filter((member) => member in one)
        .map((member) => [key, member]);
    });
}

function membersOf(value: unknown): Members | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;
}
