import { Document, isPair, isScalar, isSeq, visit } from 'yaml';
import type { Claim } from '../../report/index.js';

/** Long lists of short names, which nobody wants to have below each other. */
const onOneLine: ReadonlySet<unknown> = new Set(['proved', 'observed', 'features']);

/** The claim as a file that a person reads and a pull request shows. */
export function renderClaim(claim: Claim): string {
  const document = new Document(claim, { aliasDuplicateObjects: false });
  document.commentBefore = [
    ` What ${claim.tool.name} found, to be published as it was written.`,
    ' Format: schema/claim.schema.json of that package. Nothing is conformant here that was not proved.',
  ].join('\n');
  visit(document, {
    Pair(_, pair) {
      if (!isPair(pair) || !isScalar(pair.key) || !isSeq(pair.value)) return;
      if (onOneLine.has(pair.key.value)) pair.value.flow = true;
    },
    Map(_, map) {
      if (map.items.every(({ value }) => isScalar(value) && typeof value.value === 'number')) map.flow = true;
    },
  });
  return document.toString({ lineWidth: 120 });
}
