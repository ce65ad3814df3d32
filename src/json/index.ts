export { isJsonObject, type Json, type JsonObject } from './json.js';
export { escapeSegment, pathInWords, segmentsOf } from './pointer.js';
