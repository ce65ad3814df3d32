import { jsonpath } from 'json-p3';

/** A change of JSON: takes a value and returns another, without touching the first. */
export type Edit = (value: unknown) => unknown;

/** Takes out what a path (RFC 9535) finds. */
export function remove(path: string): Edit {
  return (value) => changeAt(value, path, () => gone);
}

/** Puts a value, or what becomes of the old one, in the place of what a path finds. */
export function replace(path: string, by: unknown | ((old: unknown) => unknown)): Edit {
  return (value) => changeAt(value, path, typeof by === 'function' ? (by as (old: unknown) => unknown) : () => by);
}

/** Adds members to the objects that a path finds; those that are there are replaced. */
export function merge(path: string, members: Readonly<Record<string, unknown>>): Edit {
  return replace(path, (old: unknown) => (isRecord(old) ? { ...old, ...members } : old));
}

/** Adds members to the objects that a path finds, where they are missing. */
export function supply(path: string, members: Readonly<Record<string, unknown>>): Edit {
  return replace(path, (old: unknown) => (isRecord(old) ? { ...members, ...old } : old));
}

/** Gives a member of the objects that a path finds another name. */
export function rename(path: string, from: string, to: string): Edit {
  return replace(path, (old: unknown) => {
    if (!isRecord(old) || !(from in old)) return old;
    const { [from]: value, ...rest } = old;
    return { ...rest, [to]: value };
  });
}

/** One edit after the other. */
export function all(...edits: readonly Edit[]): Edit {
  return (value) => edits.reduce((before, edit) => edit(before), value);
}

/** Whether a path finds anything but null. */
export function finds(path: string): (value: unknown) => boolean {
  return (value) =>
    (isRecord(value) || Array.isArray(value)) &&
    jsonpath
      .query(path, value as never)
      .values()
      .some((one) => one !== null);
}

const gone = Symbol('gone');

function changeAt(value: unknown, path: string, change: (old: unknown) => unknown): unknown {
  if (!isRecord(value) && !Array.isArray(value)) return value;
  const copy = structuredClone(value);
  // Deepest and last first, so that what is taken out moves nothing that is still to be changed.
  const places = [...jsonpath.query(path, copy as never)].map(({ location }) => location).reverse();
  let root: unknown = copy;
  for (const place of places) root = changedAt(root, place, change);
  return root;
}

function changedAt(root: unknown, place: readonly (string | number)[], change: (old: unknown) => unknown): unknown {
  const last = place.at(-1);
  if (last === undefined) return change(root);
  const holder = place.slice(0, -1).reduce<unknown>((inside, key) => memberOf(inside, key), root);
  if (!isRecord(holder) && !Array.isArray(holder)) return root;
  const changed = change(memberOf(holder, last));
  if (changed !== gone) Reflect.set(holder, last, changed);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
  return root;
}

function memberOf(holder: unknown, key: string | number): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
