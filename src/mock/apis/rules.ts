/** Says what is wrong with a value, or nothing. `path` is where the value stands, such as `messages.0.content`. */
export type Rule = (value: unknown, path: string) => string | undefined;

export const text: Rule = (value, path) => (typeof value === 'string' ? undefined : `${path}: must be a string`);

/** A string with more than white space in it. */
export const wording: Rule = (value, path) =>
  typeof value === 'string' && value.trim() !== '' ? undefined : `${path}: must be a string that is not blank`;

export const nonEmptyText: Rule = (value, path) =>
  typeof value === 'string' && value !== '' ? undefined : `${path}: must be a string that is not empty`;

export const flag: Rule = (value, path) => (typeof value === 'boolean' ? undefined : `${path}: must be true or false`);

/** For what is refused or ignored elsewhere, whatever it holds. */
export const anything: Rule = () => undefined;

export function numberWithin(least: number, most: number): Rule {
  return (value, path) =>
    typeof value === 'number' && value >= least && value <= most
      ? undefined
      : `${path}: must be a number from ${least} to ${most}`;
}

export function integerFrom(least: number): Rule {
  return (value, path) =>
    Number.isSafeInteger(value) && Number(value) >= least
      ? undefined
      : `${path}: must be an integer of at least ${least}`;
}

export function oneOf(...values: readonly (string | number)[]): Rule {
  return (value, path) =>
    values.some((allowed) => allowed === value) ? undefined : `${path}: must be ${values.join(' or ')}`;
}

export function listOf(rule: Rule, { least = 0, most = Number.POSITIVE_INFINITY } = {}): Rule {
  return (value, path) => {
    if (!Array.isArray(value)) return `${path}: must be an array`;
    if (value.length < least) return `${path}: must have at least ${least} item`;
    if (value.length > most) return `${path}: must have at most ${most} items`;
    return firstOf(value.entries(), ([index, item]) => rule(item, `${path}.${index}`));
  };
}

/** A string, or an array: the two forms that both APIs allow for content. */
export function textOr(list: Rule, words: Rule = text): Rule {
  return (value, path) => {
    if (typeof value === 'string') return words(value, path);
    return Array.isArray(value) ? list(value, path) : `${path}: must be a string or an array`;
  };
}

interface ObjectRule {
  readonly required?: Readonly<Record<string, Rule>>;
  /** `null` counts as absent. */
  readonly optional?: Readonly<Record<string, Rule>>;
  /** What else may stand there is not looked at. */
  readonly open?: boolean;
}

export function object({ required = {}, optional = {}, open = false }: ObjectRule): Rule {
  return (value, path) => {
    if (!isObject(value)) return `${path}: must be an object`;
    const at = (key: string) => (path === '' ? key : `${path}.${key}`);
    const missing = Object.keys(required).find((key) => !Object.hasOwn(value, key));
    if (missing !== undefined) return `${at(missing)}: is required`;
    return firstOf(Object.entries(value), ([key, item]) => {
      if (Object.hasOwn(required, key)) return required[key]?.(item, at(key));
      if (Object.hasOwn(optional, key)) return item === null ? undefined : optional[key]?.(item, at(key));
      // The wording of the strict hosted models (anomalyco/opencode#31156).
      return open ? undefined : `Bad request: json: unknown field "${at(key)}"`;
    });
  };
}

/** Objects of several kinds, told apart by the text under `key`. */
export function kindsBy(key: string, kinds: Readonly<Record<string, Rule>>): Rule {
  return (value, path) => {
    const kind = isObject(value) ? value[key] : undefined;
    const rule = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    return rule ? rule(value, path) : `${path}.${key}: must be one of ${Object.keys(kinds).join(', ')}`;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf<Item>(items: Iterable<Item>, complaintAbout: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const complaint = complaintAbout(item);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}
