import type { Result } from '../problem/index.js';
import type { YamlSource } from '../spec/index.js';
import type { TargetContext } from './context.js';
import { withoutSecretsInMessages } from './mask-problem.js';
import { resolveTarget } from './resolve-target.js';
import type { Target } from './target.js';
import type { TargetDocument } from './target-schema.js';

/**
 * A target that was made and not written. The compiler has checked its shape, so that neither YAML nor a schema is
 * needed; everything else is checked as in a file.
 */
export function targetOfDocument(name: string, document: TargetDocument, context: TargetContext): Result<Target> {
  const start = { file: name, line: 1, column: 1 };
  const source: YamlSource = {
    file: name,
    text: '',
    value: document,
    place: () => start,
    lines: () => ({ first: 1, last: 1 }),
    scalarText: () => undefined,
  };
  return withoutSecretsInMessages(resolveTarget(source, document, context));
}
