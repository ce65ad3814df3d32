import { ok, type Problem, type Result } from '../problem/index.js';
import { checkCase } from './checks/check-case.js';
import { readCase } from './read-case.js';
import { SpecSchema } from './schema/spec-schema.js';
import type { Spec } from './spec.js';
import type { Vocabulary } from './vocabulary.js';
import { checkShape } from './yaml/check-shape.js';
import type { YamlSource } from './yaml/yaml-source.js';

/** Reads one spec file: first its shape, then what a schema cannot say. */
export function loadSpec(source: YamlSource, vocabulary: Vocabulary): Result<Spec> {
  const shaped = checkShape(source, SpecSchema);
  if (!shaped.ok) return shaped;
  const template = shaped.value;
  const problems: Problem[] = template.cases.flatMap((item, index) =>
    checkCase(source, template, item, ['cases', index], vocabulary),
  );
  if (problems.length > 0) return { ok: false, problems };
  return ok({
    file: source.file,
    text: source.text,
    title: template.title,
    cases: template.cases.map((item, index) =>
      readCase(source, template, item, ['cases', index], vocabulary.catalogue),
    ),
  });
}
