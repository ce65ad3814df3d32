import type { Fault, NeutralVariant } from '../mock/faults/index.js';
import type { Spec } from '../spec/index.js';

/** A file that has changed, by its path from the package's root; without text it is gone. */
export interface ChangedFile {
  readonly path: string;
  readonly text?: string;
}

interface Collection {
  readonly faults: readonly Fault[];
  readonly variants: readonly NeutralVariant[];
}

/**
 * What has to be tried again after a change. A spec concerns the faults that its cases could catch, a file of faults those
 * that it declares; anything else that the verdicts depend on concerns them all.
 */
export function touchedBy(changes: readonly ChangedFile[], specs: readonly Spec[], all: Collection): Collection {
  const relevant = changes.filter(({ path }) => /^(src|specs|suites)\//.test(path) && !path.endsWith('.test.ts'));
  const touches = relevant.map((change) => touchOf(change, specs));
  if (touches.includes('everything')) return all;
  const narrow = touches.filter((touch) => touch !== 'everything');
  const isTouched = (fault: Fault) =>
    narrow.some(
      ({ requirements, declaring }) =>
        declares(declaring, fault.id) || fault.breaks.some((requirement) => requirements.has(requirement)),
    );
  return {
    faults: all.faults.filter(isTouched),
    // Whether a case is too strict for one of them, only trying can tell.
    variants: all.variants.filter(({ id }) =>
      narrow.some(({ requirements, declaring }) => requirements.size > 0 || declares(declaring, id)),
    ),
  };
}

interface Touch {
  readonly requirements: ReadonlySet<string>;
  /** The text of a file that declares faults. */
  readonly declaring: string;
}

function touchOf({ path, text }: ChangedFile, specs: readonly Spec[]): Touch | 'everything' {
  const spec = specs.find(({ file }) => file === path);
  if (spec !== undefined) {
    return { requirements: new Set(spec.cases.flatMap(({ verifies }) => verifies)), declaring: '' };
  }
  const isOfFaults = path.startsWith('src/mock/faults/') && !path.startsWith('src/mock/faults/making/');
  return isOfFaults && text !== undefined ? { requirements: new Set(), declaring: text } : 'everything';
}

function declares(text: string, id: string): boolean {
  return text.includes(`'${id}'`);
}
