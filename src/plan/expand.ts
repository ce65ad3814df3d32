import { type Case, keyOfApi } from '../spec/index.js';
import type { Bindings, Instance } from './instance.js';

/** A case as its instances, one for each combination of its dimensions, the last dimension changing fastest. */
export function expand(item: Case): readonly Instance[] {
  let combinations: Bindings[] = [{}];
  for (const { name, values } of item.dimensions) {
    combinations = combinations.flatMap((bindings) => values.map((value) => ({ ...bindings, [name]: value })));
  }
  return combinations.map((bindings) => ({
    id: instanceId(item.id, bindings),
    case: item,
    bindings,
    verifies: verifiedBy(item, bindings),
  }));
}

function verifiedBy({ verifies, verifiesOnApi }: Case, bindings: Bindings): readonly string[] {
  if (verifiesOnApi === undefined) return verifies;
  const key = keyOfApi(String(bindings['api']?.value), Object.keys(verifiesOnApi));
  return key === undefined ? [] : (verifiesOnApi[key] ?? []);
}

function instanceId(caseId: string, bindings: Bindings): string {
  const written = Object.entries(bindings).map(([name, { label }]) => `${name}=${label}`);
  return written.length === 0 ? caseId : `${caseId}[${written.join(',')}]`;
}
