import fc from 'fast-check';
import type { JsonObject } from '../../json/index.js';

/** Small JSON objects as they come off the wire: JSON has no -0, which fast-check has. */
export const jsonObjects: fc.Arbitrary<JsonObject> = fc
  .dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })
  .map((object) => JSON.parse(JSON.stringify(object)));
