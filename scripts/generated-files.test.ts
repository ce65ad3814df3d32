import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../src/cli/package-root.js';
import { MatcherSchema } from '../src/spec/loading.js';
import { editorSchema, formats } from './editor-schemas.js';
import { referencePage } from './reference-page.js';

// These files are kept in the repository; `npm run update` writes them anew.
describe('the generated files', () => {
  it.each(Object.entries(formats))('schema/%s.schema.json is current', async (name, schema) => {
    const text = editorSchema(schema);
    new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(text) as object);
    await expect(text).toMatchFileSnapshot(join(packageRoot, 'schema', `${name}.schema.json`));
  });

  it('docs/reference.md is current', async () => {
    await expect(referencePage(formats, MatcherSchema)).toMatchFileSnapshot(join(packageRoot, 'docs', 'reference.md'));
  });
});
