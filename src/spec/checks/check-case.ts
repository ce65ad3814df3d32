import type { Problem } from '../../problem/index.js';
import type { CaseTemplate } from '../schema/case-schema.js';
import type { SpecTemplate } from '../schema/spec-schema.js';
import type { Vocabulary } from '../vocabulary.js';
import type { YamlPath, YamlSource } from '../yaml/yaml-source.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { checkActions } from './check-actions.js';
import { checkAlternatives } from './check-alternatives.js';
import { checkCaptures } from './check-captures.js';
import { checkDimensions } from './check-dimensions.js';
import { checkGrant } from './check-grant.js';
import { checkGrantChanges } from './check-grant-changes.js';
import { checkJudgement } from './check-judgement.js';
import { checkLongTexts } from './check-long-texts.js';
import { checkMatchers } from './check-matchers.js';
import { checkReferences } from './check-references.js';
import { checkRequirements } from './check-requirements.js';
import { checkUnsupported } from './check-unsupported.js';
import { checkVocabulary } from './check-vocabulary.js';

/** What a schema cannot say about a case. Every check runs, so that all problems come at once. */
export function checkCase(
  source: YamlSource,
  spec: SpecTemplate,
  template: CaseTemplate,
  path: YamlPath,
  vocabulary: Vocabulary,
): readonly Problem[] {
  const item: CaseUnderCheck = { source, spec, template, path, vocabulary };
  return [
    checkActions,
    checkRequirements,
    checkJudgement,
    checkAlternatives,
    checkDimensions,
    checkGrant,
    checkVocabulary,
    checkGrantChanges,
    checkUnsupported,
    checkReferences,
    checkCaptures,
    checkMatchers,
    checkLongTexts,
  ].flatMap((check) => check(item));
}
