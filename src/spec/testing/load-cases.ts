import { renderProblems } from '../../problem/index.js';
import { loadSpec } from '../load-spec.js';
import type { Case, Spec } from '../spec.js';
import { readYamlText } from '../yaml/read-yaml.js';
import { smallVocabulary } from './small-vocabulary.js';

/** A spec out of the text of its file, checked as any other. Throws what `check` would say of a wrong one. */
export function specOf(text: string): Spec {
  const source = readYamlText('spec.yaml', text);
  const spec = source.ok ? loadSpec(source.value, smallVocabulary) : source;
  if (!spec.ok) throw new Error(renderProblems(spec.problems));
  return spec.value;
}

/** A case out of what stands below `verifies`; it verifies a MUST unless it says otherwise. */
export function caseOf(body: string, verifies = 'NAME-01'): Case {
  const indented = body.trim().replaceAll('\n', '\n    ');
  const { cases } = specOf(
    `title: A behaviour\ncases:\n  - id: area.case\n    verifies: ${verifies}\n    ${indented}\n`,
  );
  return cases[0] as Case;
}
