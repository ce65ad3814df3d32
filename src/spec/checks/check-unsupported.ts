import type { Problem } from '../../problem/index.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { partsOf } from './parts.js';

/** A model service that must not support an API is called on that API: else the need only keeps the case from running. */
export function checkUnsupported(item: CaseUnderCheck): readonly Problem[] {
  const { source, template, path } = item;
  const model = template.needs?.unsupported;
  if (model === undefined) return [];
  const place = source.place([...path, 'needs', 'unsupported']);
  if (template.each?.['api'] === undefined) {
    const message = 'the matrix of the case binds no API that could be unsupported';
    return [{ code: 'schema.missing-key', message, place, fix: 'bind the API with `each: { api: … }`' }];
  }
  if (partsOf(item).some(({ template: { call } }) => call?.model === model && call.api === undefined)) return [];
  const message = `no call of the case names ${model} on the API that the matrix binds`;
  return [{ code: 'schema.missing-key', message, place, fix: `write \`model: "${model}"\` in a call` }];
}
