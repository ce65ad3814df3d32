import { isJsonObject } from '../json/index.js';
import { ok, type Problem, type Result } from '../problem/index.js';
import { checkCase } from './checks/check-case.js';
import { readCase } from './read-case.js';
import { SpecSchema, type SpecTemplate } from './schema/spec-schema.js';
import type { Spec } from './spec.js';
import type { Vocabulary } from './vocabulary.js';
import { checkShape } from './yaml/check-shape.js';
import type { YamlSource } from './yaml/yaml-source.js';

/** Reads one spec file: its shape, and what a schema cannot say. */
export function loadSpec(source: YamlSource, vocabulary: Vocabulary): Result<Spec> {
  const shaped = checkShape(source, SpecSchema);
  if (!shaped.ok)
    return { ok: false, problems: [...shaped.problems, ...problemsBeside(source, shaped.problems, vocabulary)] };
  const template = shaped.value;
  const problems = template.cases.flatMap((item, index) =>
    checkCase(source, template, item, ['cases', index], vocabulary),
  );
  if (problems.length > 0) return { ok: false, problems };
  return ok({
    file: source.file,
    text: source.text,
    title: template.title,
    cases: template.cases.map((item, index) => readCase(source, template, item, ['cases', index], vocabulary)),
  });
}

/** A misspelt key must not hide what else is wrong: cases that are well formed but for unknown keys are checked as well. */
function problemsBeside(source: YamlSource, shape: readonly Problem[], vocabulary: Vocabulary): readonly Problem[] {
  const template = source.value as SpecTemplate;
  if (!isJsonObject(template) || !Array.isArray(template.cases)) return [];
  return template.cases.flatMap((item, index) => {
    const path = ['cases', index];
    const { first, last } = source.lines(path);
    const own = shape.filter(({ place }) => place !== undefined && place.line >= first && place.line <= last);
    const named = isJsonObject(item) && typeof item.id === 'string' && item.verifies !== undefined;
    const readable = named && own.every(({ code }) => code === 'schema.unknown-key');
    return readable ? checkCase(source, template, item, path, vocabulary) : [];
  });
}
