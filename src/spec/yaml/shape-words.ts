import type { ErrorObject } from 'ajv/dist/2020.js';

interface Branch {
  readonly const?: unknown;
  readonly title?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Branch[];
}

const kindNames: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
};

const longestShown = 60;

/** What a schema calls the mapping that an error is about. */
export function titleOf({ parentSchema }: ErrorObject): string {
  const title = parentSchema?.['title'];
  return typeof title === 'string' ? title : 'this mapping';
}

/** What a schema says of one of its keys, to stand behind it: ` (what the case shows)`. */
export function aboutKey({ parentSchema }: ErrorObject, key: string): string {
  const properties = parentSchema?.['properties'] as Readonly<Record<string, { description?: string }>> | undefined;
  const description = properties?.[key]?.description;
  if (description === undefined) return '';
  return ` (${description.charAt(0).toLowerCase()}${description.slice(1).replace(/\.$/, '')})`;
}

/** The types that a schema allows: `text or a list`. */
export function kinds(types: unknown): string {
  return [types].flat().map(kindName).join(' or ');
}

/** What was found in place of another type. */
export function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : shown(value);
}

/** A value as a sentence may quote it. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return `\`${text.length > longestShown ? `${text.slice(0, longestShown - 3)}...` : text}\``;
}

/** What an `anyOf` allows: `one of: a, b; or a list`. */
export function choices(error: ErrorObject): string {
  const literal = constants(error);
  const others = branchesOf(error)
    .filter((branch) => branch.const === undefined && branch.enum === undefined)
    .map((branch) => branch.title ?? kindName(branch.type));
  return [...(literal.length > 0 ? [`one of: ${literal.join(', ')}`] : []), ...new Set(others)].join('; or ');
}

/** The words that an `anyOf` allows. */
export function constants(error: ErrorObject): readonly string[] {
  return branchesOf(error)
    .flatMap((branch) => (branch.const === undefined ? (branch.enum ?? []) : [branch.const]))
    .map(String);
}

function branchesOf({ parentSchema }: ErrorObject): readonly Branch[] {
  const flatten = (branches: readonly Branch[]): readonly Branch[] =>
    branches.flatMap((branch) => (branch.anyOf === undefined ? [branch] : flatten(branch.anyOf)));
  return flatten((parentSchema?.['anyOf'] as readonly Branch[] | undefined) ?? []);
}

function kindName(type: unknown): string {
  return kindNames[String(type)] ?? String(type);
}
