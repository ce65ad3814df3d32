import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { apis } from '../src/api/loading.js';
import { loadSpecs } from '../src/cli/open-library.js';
import { packageRoot } from '../src/cli/package-root.js';
import { gitlabShardsTemplate, gitlabTemplate } from '../src/init/index.js';
import { renderProblems } from '../src/problem/index.js';
import { MatcherSchema } from '../src/spec/loading.js';
import { apiPages } from './api-pages/index.js';
import { editorSchema, formats, writtenFormats } from './editor-schemas.js';
import { referencePage } from './reference-page.js';

// These files are kept in the repository; `npm run update` writes them anew.
describe('the generated files', () => {
  it.each(Object.entries({ ...formats, ...writtenFormats }))(
    'schema/%s.schema.json is current',
    async (name, schema) => {
      const text = editorSchema(schema);
      new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(text) as object);
      await expect(text).toMatchFileSnapshot(join(packageRoot, 'schema', `${name}.schema.json`));
    },
  );

  it.each([
    ['gateway-conformance', gitlabTemplate],
    ['gateway-conformance-shards', gitlabShardsTemplate],
  ])('templates/%s/template.yml is current', async (name, template) => {
    await expect(template()).toMatchFileSnapshot(join(packageRoot, 'templates', name, 'template.yml'));
  });

  it('docs/reference.md is current', async () => {
    await expect(referencePage(formats, MatcherSchema)).toMatchFileSnapshot(join(packageRoot, 'docs', 'reference.md'));
  });

  it('docs/apis/ is current, a page for each API and no other', async () => {
    const library = await loadSpecs();
    if (!library.ok) throw new Error(renderProblems(library.problems));
    const readContract = (file: string) => readFileSync(join(packageRoot, 'specs', 'contracts', file), 'utf8');
    const folder = join(packageRoot, 'docs', 'apis');
    const pages = apiPages(Object.values(apis), library.value, readContract);
    for (const [file, text] of pages) await expect.soft(text).toMatchFileSnapshot(join(folder, file));
    expect(readdirSync(folder).filter((file) => !pages.has(file))).toEqual([]);
  });
});
