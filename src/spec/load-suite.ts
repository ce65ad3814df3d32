import { ok, type Problem, type Result } from '../problem/index.js';
import { suggestion } from './did-you-mean.js';
import type { Catalogue } from './requirement-file.js';
import { type Selection, SuiteSchema } from './schema/suite-schema.js';
import { checkShape } from './yaml/check-shape.js';
import type { YamlSource } from './yaml/yaml-source.js';

export type { Selection } from './schema/suite-schema.js';

/** A named selection of specs with a run policy. */
export interface Suite {
  readonly name: string;
  readonly title: string;
  /** Any of these; empty means everything. */
  readonly select: readonly Selection[];
  readonly except: readonly Selection[];
  readonly proves: readonly string[];
}

/** Reads a suite file; its name is the file's. */
export function loadSuite(name: string, source: YamlSource, catalogue: Catalogue): Result<Suite> {
  const shaped = checkShape(source, SuiteSchema);
  if (!shaped.ok) return shaped;
  const { title, select = [], except = [], proves = [] } = shaped.value;
  const problems = proves.flatMap((id, index): Problem[] => {
    if (catalogue.requirements.has(id)) return [];
    return [
      {
        code: 'suite.unknown-requirement',
        message: `the requirement ${id} is not in the catalogue`,
        place: source.place(['proves', index]),
        fix: suggestion(id, catalogue.requirements.keys(), 'name one of specs/requirements/'),
      },
    ];
  });
  return problems.length > 0 ? { ok: false, problems } : ok({ name, title, select, except, proves });
}
