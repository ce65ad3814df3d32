import { CatalogueSchema } from '../src/spec/schema/catalogue-schema.js';
import { RolesSchema } from '../src/spec/schema/roles-schema.js';
import { SpecSchema } from '../src/spec/schema/spec-schema.js';
import { SuiteSchema } from '../src/spec/schema/suite-schema.js';
import { TargetSchema } from '../src/target/index.js';
/** Every file format, by the name of its schema file: the same definitions that the loader validates with. */
export const formats = {
  spec: SpecSchema,
  suite: SuiteSchema,
  target: TargetSchema,
  requirements: CatalogueSchema,
  roles: RolesSchema,
};
/** A schema as editors read it. Parts that stand in several places are moved to `$defs`, to be read once. */
export function editorSchema(schema) {
  const definitions = {};
  const root = JSON.parse(JSON.stringify(schema));
  const counts = new Map();
  visit(root, (node) => counts.set(JSON.stringify(node), (counts.get(JSON.stringify(node)) ?? 0) + 1));
  const shared = (node) => typeof node['title'] === 'string' && (counts.get(JSON.stringify(node)) ?? 0) > 1;
  const replace = (node) => {
    if (Array.isArray(node)) return node.map(replace);
    if (typeof node !== 'object' || node === null) return node;
    const inside = () => Object.fromEntries(Object.entries(node).map(([key, value]) => [key, replace(value)]));
    if (!shared(node)) return inside();
    const name = String(node['title'])
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
function visit(node, see) {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) see(node);
  for (const value of Object.values(node)) visit(value, see);
}
