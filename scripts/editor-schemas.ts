import type { TSchema } from 'typebox';
import { KnownFailuresSchema } from '../src/acceptance/loading.js';
import { ClaimSchema } from '../src/report/claim/claim-schema.js';
import { CatalogueSchema } from '../src/spec/schema/catalogue-schema.js';
import { RolesSchema } from '../src/spec/schema/roles-schema.js';
import { SpecSchema } from '../src/spec/schema/spec-schema.js';
import { SuiteSchema } from '../src/spec/schema/suite-schema.js';
import { TargetSchema } from '../src/target/loading.js';

/** Every file format, by the name of its schema file: the same definitions that the loader validates with. */
export const formats: Readonly<Record<string, TSchema>> = {
  spec: SpecSchema,
  suite: SuiteSchema,
  target: TargetSchema,
  'known-failures': KnownFailuresSchema,
  requirements: CatalogueSchema,
  roles: RolesSchema,
};

/** The same for files that the harness writes and others read. */
export const writtenFormats: Readonly<Record<string, TSchema>> = { claim: ClaimSchema };

/** A schema as editors read it. Parts that stand in several places are moved to `$defs`, to be read once. */
export function editorSchema(schema: TSchema): string {
  const definitions: Record<string, unknown> = {};
  const root = JSON.parse(JSON.stringify(schema)) as Record<string, unknown>;
  const counts = new Map<string, number>();
  visit(root, (node) => counts.set(JSON.stringify(node), (counts.get(JSON.stringify(node)) ?? 0) + 1));
  const shared = (node: Record<string, unknown>) =>
    typeof node['title'] === 'string' && (counts.get(JSON.stringify(node)) ?? 0) > 1;
  const replace = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(replace);
    if (typeof node !== 'object' || node === null) return node;
    const inside = (): Record<string, unknown> =>
      Object.fromEntries(Object.entries(node).map(([key, value]) => [key, replace(value)]));
    if (!shared(node as Record<string, unknown>)) return inside();
    const name = String((node as Record<string, unknown>)['title'])
      .replace(/^(an?|the) /, '')
      .replaceAll(' ', '-');
    definitions[name] ??= inside();
    return { $ref: `#/$defs/${name}` };
  };
  const replaced = Object.fromEntries(Object.entries(root).map(([key, value]) => [key, replace(value)]));
  const document = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...replaced,
    ...(Object.keys(definitions).length === 0 ? {} : { $defs: definitions }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function visit(node: unknown, see: (node: object) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) see(node);
  for (const value of Object.values(node)) visit(value, see);
}
