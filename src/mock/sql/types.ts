import type { DuckDBType } from '@duckdb/node-api';

/** A type of the engine as Databricks writes it in a manifest: `STRING`, `STRUCT<result: STRING, errorMessage: STRING>`. */
export function typeText(type: DuckDBType): string {
  if ('entryNames' in type && 'entryTypes' in type) {
    const fields = type.entryNames.map((name, index) => {
      const inner = type.entryTypes[index];
      return `${name}: ${inner === undefined ? 'VOID' : typeText(inner)}`;
    });
    return `STRUCT<${fields.join(', ')}>`;
  }
  if ('keyType' in type) return `MAP<${typeText(type.keyType)}, ${typeText(type.valueType)}>`;
  if ('valueType' in type) return `ARRAY<${typeText(type.valueType)}>`;
  const written = String(type);
  return names[written] ?? written;
}

const names: Readonly<Record<string, string>> = {
  VARCHAR: 'STRING',
  JSON: 'STRING',
  INTEGER: 'INT',
  HUGEINT: 'DECIMAL(38,0)',
  BLOB: 'BINARY',
  'TIMESTAMP WITH TIME ZONE': 'TIMESTAMP',
  TIMESTAMP: 'TIMESTAMP_NTZ',
};
