import type { Json } from '../json/index.js';
import { type Answered, captureValue, type Finding } from '../judge/index.js';
import type { Capture, Step } from '../spec/index.js';
import { resolve, type Scope } from './scope.js';

export interface Captured {
  /** Those of the scope and those of this answer. */
  readonly captures: ReadonlyMap<string, Json>;
  /** What the answer does not have; a later step could not go on without it. */
  readonly missing: readonly Finding[];
}

/** Gives names to parts of an answer, for later steps. */
export function capture(step: Step, answered: Answered, scope: Scope): Captured {
  const captures = new Map(scope.captures);
  const missing: Finding[] = [];
  for (const [name, template] of Object.entries(step.captures)) {
    const from: Capture = resolve(template, scope);
    const value = captureValue(from, answered);
    if (value !== undefined) captures.set(name, value);
    else {
      const message = `The answer has nothing to capture as ${name}.`;
      missing.push({ check: 'capture', holds: false, message, expected: from, line: step.action.line });
    }
  }
  return { captures, missing };
}
