import type { Rule } from './rules.js';

/** The characters that OpenAI and Anthropic both allow in the name of a tool; how many is told apart. */
export function toolName(most: number): Rule {
  const pattern = new RegExp(`^[a-zA-Z0-9_-]{1,${most}}$`);
  return (value, path) =>
    typeof value === 'string' && pattern.test(value) ? undefined : `${path}: must match the pattern ${pattern.source}`;
}

/** The JSON Schema of an object: what tools take, and what structured output is. */
export const objectSchema: Rule = (value, path) => {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return type === 'object' ? undefined : `${path}: schema must be a JSON Schema of 'type: "object"'`;
};

/** The first value that a list holds twice. */
export function repeatedIn<Value>(values: readonly Value[]): Value | undefined {
  return values.find((value, index) => values.indexOf(value) < index);
}
