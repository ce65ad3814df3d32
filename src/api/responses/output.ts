import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import { isList, listAt } from '../fields.js';

// What an output is made of. Everything that is not an object is passed over: contract and rules tell of it.

/** The items of one type in a list. */
export function itemsOfType(output: Json | undefined, type: string): readonly JsonObject[] {
  return isList(output) ? output.filter(isJsonObject).filter((item) => item['type'] === type) : [];
}

/** The content parts of one type in all messages of an output. */
export function partsOfType(output: Json | undefined, type: string): readonly JsonObject[] {
  return itemsOfType(output, 'message').flatMap((message) => itemsOfType(listAt(message, 'content'), type));
}
