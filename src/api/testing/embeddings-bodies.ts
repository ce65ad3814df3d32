import type { Json, JsonObject } from '../../json/index.js';

/** A legal list of one embedding with the given fields in place of its own. */
export function embedded(fields: JsonObject = {}): JsonObject {
  return {
    object: 'list',
    model: 'some-model',
    data: [embedding()],
    usage: { prompt_tokens: 2, total_tokens: 2 },
    ...fields,
  };
}

export function embedding(vector: Json = [0.5, -0.25], index: Json = 0, fields: JsonObject = {}): JsonObject {
  return { object: 'embedding', index, embedding: vector, ...fields };
}

/** A legal list of these vectors. */
export function vectors(...all: readonly Json[]): JsonObject {
  return embedded({ data: all.map((vector, index) => embedding(vector, index)) });
}

/** Written with other means than those that read it. */
export function base64Of(numbers: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [position, number] of numbers.entries()) view.setFloat32(position * 4, number, true);
  return btoa(String.fromCharCode(...new Uint8Array(view.buffer)));
}
