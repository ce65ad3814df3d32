import type { StepTemplate } from '../schema/case-schema.js';
import type { YamlPath } from '../yaml/yaml-source.js';
import type { CaseUnderCheck } from './case-under-check.js';

/** One request of a case, wherever it stands: the case itself, a step, a side of a comparison. */
export interface Part {
  readonly template: StepTemplate;
  readonly path: YamlPath;
  /** Steps and cases are judged by themselves, sides only together. */
  readonly kind: 'step' | 'side' | 'finally';
}

/** Every part of a case, in the order in which it runs. */
export function partsOf({ template, path }: CaseUnderCheck): readonly Part[] {
  const steps = (template.steps ?? []).map(
    (step, index): Part => ({ template: step, path: [...path, 'steps', index], kind: 'step' }),
  );
  const sides = Object.entries(template.compare ?? {}).map(
    ([name, side]): Part => ({ template: side, path: [...path, 'compare', name], kind: 'side' }),
  );
  const last = (template.finally ?? []).map(
    (step, index): Part => ({ template: step, path: [...path, 'finally', index], kind: 'finally' }),
  );
  const itself: Part[] =
    template.steps === undefined && template.compare === undefined
      ? [{ template: template as StepTemplate, path, kind: 'step' }]
      : [];
  return [...itself, ...steps, ...sides, ...last];
}
