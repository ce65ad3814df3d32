import { describe, expect, it } from 'vitest';
import { isJsonObject } from '../json/index.js';
import { TargetSchema } from './target-schema.js';

interface Property {
  readonly path: string;
  readonly schema: Record<string, unknown>;
}

/** Every named property, at any depth. */
function properties(schema: unknown, path: string): readonly Property[] {
  if (Array.isArray(schema)) return schema.flatMap((item) => properties(item, path));
  if (!isJsonObject(schema)) return [];
  const own = isJsonObject(schema.properties) ? Object.entries(schema.properties) : [];
  const named = own.flatMap(([key, value]) => [
    { path: `${path}.${key}`, schema: value as Record<string, unknown> },
    ...properties(value, `${path}.${key}`),
  ]);
  const inner = [
    schema.anyOf,
    schema.items,
    ...Object.values(isJsonObject(schema.patternProperties) ? schema.patternProperties : {}),
  ];
  return [...named, ...inner.flatMap((value) => properties(value, `${path}.*`))];
}

const all = properties(TargetSchema, 'target');

describe('the schema of target files', () => {
  it('describes every property in a sentence', () => {
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ schema }) => !/^[A-Z].*\.$/.test(String(schema.description))).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('closes every mapping whose keys it names', () => {
    const open = [{ path: 'target', schema: TargetSchema as unknown as Record<string, unknown> }, ...all].filter(
      ({ schema }) => 'properties' in schema && schema.additionalProperties !== false,
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it('is plain JSON, to be written to a file', () => {
    expect(JSON.parse(JSON.stringify(TargetSchema))).toEqual(TargetSchema);
  });
});
