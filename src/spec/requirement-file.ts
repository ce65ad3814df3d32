import { ok, type Problem, type Result } from '../problem/index.js';
import type { Requirement } from './requirement.js';
import { CatalogueSchema } from './schema/catalogue-schema.js';
import { checkShape } from './yaml/check-shape.js';
import type { YamlSource } from './yaml/yaml-source.js';

/** The catalogue: every requirement by id, and how each area is headed. */
export interface Catalogue {
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly areas: Readonly<Record<string, string>>;
}

/** Joins the files of the catalogue. An id that stands twice is a problem. */
export function loadCatalogue(sources: readonly YamlSource[]): Result<Catalogue> {
  const problems: Problem[] = [];
  const requirements = new Map<string, Requirement>();
  const areas: Record<string, string> = {};
  for (const source of sources) {
    const shaped = checkShape(source, CatalogueSchema);
    if (!shaped.ok) {
      problems.push(...shaped.problems);
      continue;
    }
    const { area, title, requirements: listed } = shaped.value;
    areas[area] = title;
    for (const [index, requirement] of listed.entries()) {
      if (requirements.has(requirement.id)) {
        problems.push({
          code: 'requirement.duplicate',
          message: `the requirement ${requirement.id} is already in the catalogue`,
          place: source.place(['requirements', index, 'id']),
          fix: 'give it the next free number of its area',
        });
      }
      requirements.set(requirement.id, { ...requirement, area });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : ok({ requirements, areas });
}
