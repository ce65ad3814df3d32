import type { CaseTemplate } from '../schema/case-schema.js';
import type { SpecTemplate } from '../schema/spec-schema.js';
import type { Vocabulary } from '../vocabulary.js';
import type { YamlPath, YamlSource } from '../yaml/yaml-source.js';

/** A case as it stands in its file, with everything that a check may look at. */
export interface CaseUnderCheck {
  readonly source: YamlSource;
  readonly spec: SpecTemplate;
  readonly template: CaseTemplate;
  readonly path: YamlPath;
  readonly vocabulary: Vocabulary;
}
