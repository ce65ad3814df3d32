import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import type { Answer } from '../answer.js';
import { countAt, listAt, objectAt, present, textAt } from '../fields.js';
import { decodeEmbedding } from './decode.js';

export function readEmbeddingsAnswer(body: Json): Answer | undefined {
  // Clients take a 200 that carries an error for a success; the harness must not.
  if (!isJsonObject(body) || (body['error'] ?? null) !== null) return undefined;
  const vectors = (listAt(body, 'data') ?? []).map(vectorOf);
  if (vectors.length === 0 || !vectors.every((vector) => vector !== undefined)) return undefined;
  return present({
    text: '',
    model: textAt(body, 'model'),
    usage: readUsage(objectAt(body, 'usage')),
    toolCalls: [],
    vectors,
  });
}

function vectorOf(member: Json): readonly number[] | undefined {
  const decoded = decodeEmbedding(isJsonObject(member) ? member['embedding'] : undefined);
  return decoded.ok ? decoded.vector : undefined;
}

// Nothing comes out of an embedding that is counted in tokens.
function readUsage(usage: JsonObject | undefined): Answer['usage'] {
  if (usage === undefined) return undefined;
  return present({ input: countAt(usage, 'prompt_tokens'), total: countAt(usage, 'total_tokens') });
}
