import { describe, expect, it } from 'vitest';
import { openLibrary } from '../src/cli/open-library.js';
import { renderProblems } from '../src/problem/index.js';

const library = await openLibrary();

describe("the harness's own specs", () => {
  it('have no problems', () => {
    expect(library.ok ? '' : renderProblems(library.problems)).toBe('');
  });

  it('have a vocabulary whose lists name roles of model services', () => {
    const { models = {}, scratch = [], refusing = {} } = library.ok ? library.value.roles : {};
    const roles = [...scratch, ...Object.keys(refusing)];
    expect(roles.length).toBeGreaterThan(0);
    expect(roles.filter((role) => !Object.hasOwn(models, role))).toEqual([]);
  });

  it('say in their file name and id what area they are of', () => {
    const specs = library.ok ? library.value.specs : [];
    const astray = specs.flatMap(({ file, cases }) =>
      cases
        .filter(({ id }) => !file.startsWith(`specs/${id.split('.')[0]}/`))
        .map(({ id }) => `${id} stands in ${file}`),
    );
    expect(astray).toEqual([]);
  });
});
