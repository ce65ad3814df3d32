import type { Problem } from '../../problem/index.js';
import { suggestion } from '../did-you-mean.js';
import { grantKinds } from '../grants.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { type Part, partsOf } from './parts.js';

/** The dimension `grant`: one word, for which a plan puts the cells of the target; some call is made for the cell, and none for half of it. */
export function checkGrant(item: CaseUnderCheck): readonly Problem[] {
  if (item.template.each?.['grant'] === undefined) return [];
  const parts = partsOf(item);
  return [
    ...wrongKind(item),
    ...besideIdentities(item),
    ...parts.flatMap((part) => halfNamed(item, part)),
    ...unused(item, parts),
  ];
}

function wrongKind({ source, template, path }: CaseUnderCheck): Problem[] {
  const kind = template.each?.['grant'];
  const fix = `write one of: ${grantKinds.join(', ')}`;
  if (typeof kind !== 'string') {
    const message = 'the dimension grant takes one word: its values are what the target expects of its identities';
    return [{ code: 'schema.wrong-value', message, place: source.place([...path, 'each', 'grant'], 'key'), fix }];
  }
  if (grantKinds.some((known) => known === kind)) return [];
  const place = source.place([...path, 'each', 'grant']);
  const message = `\`${kind}\` is not a value of grant`;
  return [{ code: 'schema.wrong-value', message, place, fix: suggestion(kind, grantKinds, fix) }];
}

function besideIdentities({ source, template, path }: CaseUnderCheck): Problem[] {
  if (template.each?.['as'] === undefined) return [];
  const message = 'the dimensions grant and as both say who asks';
  const place = source.place([...path, 'each', 'as'], 'key');
  return [{ code: 'case.misplaced-key', message, place, fix: 'remove `as`' }];
}

/** Half of a cell would be another cell, of which nobody has said what to expect. */
function halfNamed({ source }: CaseUnderCheck, { template: { call }, path }: Part): Problem[] {
  if (call === undefined || (call.as === undefined) === (call.model === undefined)) return [];
  const [named, left] = call.as === undefined ? (['model', 'as'] as const) : (['as', 'model'] as const);
  const message = `a call of a case with the dimension grant names \`${named}\`, and leaves \`${left}\` to the cell`;
  const fix = named === 'as' ? 'add `model: ${grant.model}`, or remove `as`' : 'add `as:`, or remove `model`';
  return [{ code: 'case.misplaced-key', message, place: source.place([...path, 'call', named], 'key'), fix }];
}

function unused({ source, template, path }: CaseUnderCheck, parts: readonly Part[]): Problem[] {
  const asks = parts.some(
    ({ template: { call, request } }) =>
      (call !== undefined && call.as === undefined && call.model === undefined) ||
      (request !== undefined && request.as === undefined),
  );
  if (asks) return [];
  const message = `nothing in ${template.id} is asked as the identity of the cell`;
  const fix = 'leave `as` and `model` out of the call that the cell is about';
  return [{ code: 'case.unused-dimension', message, place: source.place([...path, 'each', 'grant'], 'key'), fix }];
}
